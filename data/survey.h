#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "data/failure.h"
#include "data/schema.h"

namespace sightline {

/// Which of the documented tables and columns a database has.
class Survey {
public:
    /// All of them: the database has passed checkSchema.
    static Survey complete();
    /// Looks. A missing table or column that is needed is a failure naming it. Views, virtual tables and generated
    /// columns do not count: reading them would run what the file says.
    static Result<Survey> of(const Database& database);

    /// The SELECT that reads a table, NULL in place of a missing column; nothing where the table is missing.
    [[nodiscard]] std::optional<std::string> selection(const Table& table) const;

private:
    std::map<std::string, std::string, std::less<>> selections;
};

} // namespace sightline
