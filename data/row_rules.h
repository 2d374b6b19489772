#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "data/date.h"
#include "data/failure.h"
#include "data/text_rules.h"

namespace sightline {

/// Where the checks of one row stand, and the first rule they found broken. After that every further check does
/// nothing, so a list of checks reads as the list of rules it is.
class RowRules {
public:
    explicit RowRules(std::string fileName) : file(std::move(fileName)) {}

    void enterTable(std::string_view name) { table = name; }
    /// The row the next checks speak of: an id, or "evidence 3, element 2".
    void enterRow(std::int64_t id) { row = "row " + std::to_string(id); }
    void enterRow(std::string name) { row = std::move(name); }

    void required(std::string_view column, std::string_view text, size_t maxCharacters,
                  LineFeeds lineFeeds = LineFeeds::Refused);
    void optional(std::string_view column, std::string_view text, size_t maxCharacters,
                  LineFeeds lineFeeds = LineFeeds::Refused);
    void date(std::string_view column, const PartialDate& date);
    void number(std::string_view column, std::int64_t value, std::int64_t least, std::int64_t most);
    /// `columns` must point at a row of `otherTable`: `exists` says whether it does.
    void pointsAt(std::string_view column, std::int64_t id, std::string_view otherTable, bool exists);
    /// At most `most` rows; speaks of the table as a whole.
    void rowCount(size_t count, size_t most);
    /// Any other rule.
    void require(bool holds, std::string_view column, std::string_view sentence);
    /// A rule of the table as a whole.
    void requireOfTable(bool holds, std::string_view sentence);

    [[nodiscard]] bool broken() const { return found.has_value(); }
    [[nodiscard]] Result<void> result() const;

private:
    void record(FailureKind kind, std::string_view column, std::string sentence);

    std::string file;
    std::string table;
    std::string row;
    std::optional<Failure> found;
};

/// Values that must differ from row to row.
template <class T>
class Distinct {
public:
    /// False where the value was there before.
    bool add(const T& value) { return seen.insert(value).second; }
    [[nodiscard]] bool contains(const T& value) const { return seen.contains(value); }

private:
    std::unordered_set<T> seen;
};

/// "checklist.db, table evidence, row 12, column link"; empty parts are left out.
std::string placeOf(std::string_view file, std::string_view table, std::string_view row, std::string_view column);

} // namespace sightline
