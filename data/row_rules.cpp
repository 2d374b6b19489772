#include "data/row_rules.h"

namespace sightline {

std::string placeOf(std::string_view file, std::string_view table, std::string_view row, std::string_view column) {
    std::string place(file);
    const auto append = [&](std::string_view name, std::string_view part) {
        if (part.empty()) return;
        if (!place.empty()) place += ", ";
        place.append(name).append(part);
    };
    append("table ", table);
    append("", row);
    append("column ", column);
    return place;
}

void RowRules::record(FailureKind kind, std::string_view column, std::string sentence) {
    if (!found) found = Failure{kind, placeOf(file, table, row, column), std::move(sentence)};
}

void RowRules::required(std::string_view column, std::string_view text, size_t maxCharacters, LineFeeds lineFeeds) {
    require(!text.empty(), column, "There is no value, but one is needed.");
    optional(column, text, maxCharacters, lineFeeds);
}

void RowRules::optional(std::string_view column, std::string_view text, size_t maxCharacters, LineFeeds lineFeeds) {
    if (broken()) return;
    if (auto problem = textProblem(text, maxCharacters, lineFeeds))
        record(FailureKind::BadContent, column, std::move(*problem));
}

void RowRules::date(std::string_view column, const PartialDate& date) {
    const bool unknown = date == PartialDate{};
    require(unknown || parseIsoDate(isoDate(date)) == date, column,
            "This is not a date of the calendar between 1900 and 2199.");
}

void RowRules::number(std::string_view column, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (broken() || (value >= least && value <= most)) return;
    record(FailureKind::BadContent, column,
           "The number " + std::to_string(value) + " is not between " + std::to_string(least) + " and " +
               std::to_string(most) + ".");
}

void RowRules::pointsAt(std::string_view column, std::int64_t id, std::string_view otherTable, bool exists) {
    if (broken() || exists) return;
    record(FailureKind::BadContent, column,
           "There is no row " + std::to_string(id) + " in the table " + std::string(otherTable) + ".");
}

void RowRules::rowCount(size_t count, size_t most) {
    if (broken() || count <= most) return;
    row.clear();
    record(FailureKind::TooLarge, "",
           "The table has " + std::to_string(count) + " rows; at most " + std::to_string(most) + " are allowed.");
}

void RowRules::require(bool holds, std::string_view column, std::string_view sentence) {
    if (!holds) record(FailureKind::BadContent, column, std::string(sentence));
}

void RowRules::requireOfTable(bool holds, std::string_view sentence) {
    if (holds || broken()) return;
    row.clear();
    record(FailureKind::BadContent, "", std::string(sentence));
}

Result<void> RowRules::result() const {
    if (found) return tl::unexpected(*found);
    return {};
}

} // namespace sightline
