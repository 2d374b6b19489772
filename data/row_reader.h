#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/model.h"
#include "data/schema.h"
#include "data/survey.h"

namespace sightline {

/// One row as it is read: each call takes the next column of the Table's list. The first failure is kept and later
/// calls give empty values, so a row can be read in one expression and asked once. What a value may be beyond its type
/// is for data/content_rules.h to say.
class RowReader {
public:
    RowReader(const Query& row, std::string_view fileName, const Table& read)
        : query(row), file(fileName), table(read) {}

    /// A whole number; 0 for NULL. Digits in a text count: databases of others declare their columns as they like.
    std::int64_t integer();
    /// The same where it fits an id or a count.
    int number();
    /// 0 or 1.
    bool flag();
    std::string text();
    PartialDate date();
    Place place();
    /// The position of the text in a list of words; `whenNull` for NULL.
    int word(std::span<const std::string_view> words, int whenNull = -1);

    /// Bytes; valid until the next row.
    std::string_view bytes();
    /// Finds fault with the value that was taken last.
    void reject(std::string sentence) { record(next - 1, std::move(sentence)); }

    [[nodiscard]] const std::optional<Failure>& failure() const { return found; }

private:
    void record(int column, std::string sentence);

    const Query& query;
    std::string_view file;
    const Table& table;
    int next = 0;
    std::optional<Failure> found;
};

/// The failure of a table that has more than `most` rows.
tl::unexpected<Failure> tooManyRows(std::string_view file, const Table& table, size_t most);

/// Every row of a table, made by `read` from a RowReader; none where the table is missing. Rows come in no order: the
/// caller sorts.
template <class Value, class Read>
Result<std::vector<Value>> readRows(const Database& database, const Survey& survey, const Table& table, size_t most,
                                    Read read) {
    std::vector<Value> values;
    const auto selection = survey.selection(table);
    if (!selection) return values;
    auto query = Query::prepare(database, *selection);
    if (!query) return tl::unexpected(query.error());
    while (true) {
        const auto row = query->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return values;
        if (values.size() == most) return tooManyRows(database.place(), table, most);
        RowReader reader(*query, database.place(), table);
        values.push_back(read(reader));
        if (reader.failure()) return tl::unexpected(*reader.failure());
    }
}

} // namespace sightline
