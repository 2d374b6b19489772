#include "data/row_reader.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "data/limits.h"
#include "data/row_rules.h"
#include "data/text_rules.h"

namespace sightline {
namespace {

constexpr size_t kLongestCharacter = 4; // bytes of UTF-8

// Which row this is, for people: by id, or by the two ids of a mention.
std::string rowName(const Query& query, const Table& table) {
    const auto named = [&](int column) {
        return std::string(table.columns[static_cast<size_t>(column)].name) + " " +
               (query.type(column) == ValueType::Integer ? std::to_string(query.integer(column))
                                                         : excerpt(query.text(column)));
    };
    if (query.type(0) == ValueType::Integer)
        return table.name == "evidence_element" || table.name == "page" ? named(0) + ", " + named(1)
                                                                        : "row " + std::to_string(query.integer(0));
    return "the row with " + named(0);
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

} // namespace

void RowReader::record(int column, std::string sentence) {
    if (!found)
        found =
            Failure{FailureKind::BadContent,
                    placeOf(file, table.name, rowName(query, table), table.columns[static_cast<size_t>(column)].name),
                    std::move(sentence)};
}

std::int64_t RowReader::integer() {
    const int column = next++;
    switch (query.type(column)) {
    case ValueType::Null: return 0;
    case ValueType::Integer: return query.integer(column);
    case ValueType::Text:
        if (const auto value = wholeNumber(query.text(column))) return *value;
        break;
    default: break;
    }
    record(column, "This is not a whole number.");
    return 0;
}

int RowReader::number() {
    const int column = next;
    const std::int64_t value = integer();
    if (value >= 0 && value <= std::numeric_limits<int>::max()) return static_cast<int>(value);
    record(column, "The number " + std::to_string(value) + " is not between 0 and " +
                       std::to_string(std::numeric_limits<int>::max()) + ".");
    return 0;
}

bool RowReader::flag() {
    const int column = next;
    const std::int64_t value = integer();
    if (value != 0 && value != 1) record(column, "The number " + std::to_string(value) + " is neither 0 nor 1.");
    return value == 1;
}

std::string RowReader::text() {
    const int column = next++;
    switch (query.type(column)) {
    case ValueType::Null: return {};
    case ValueType::Integer: return std::to_string(query.integer(column)); // a year, a name of digits
    case ValueType::Text: break;
    default: record(column, "This is not text."); return {};
    }
    const std::string_view value = query.text(column);
    // Before it is copied: the exact limits are content rules, this one bounds the memory they are asked with.
    if (value.size() <= limits::kText * kLongestCharacter) return std::string(value);
    record(column, "The text is longer than " + std::to_string(limits::kText) + " characters.");
    return {};
}

std::string_view RowReader::bytes() {
    const int column = next++;
    if (query.type(column) == ValueType::Blob) return query.bytes(column);
    record(column, "This is not a picture.");
    return {};
}

PartialDate RowReader::date() {
    const int column = next;
    const std::string value = text();
    if (value.empty()) return {};
    if (const auto date = parseIsoDate(value)) return *date;
    record(column, excerpt(value) + " is not a date written YYYY-MM-DD, YYYY-MM or YYYY.");
    return {};
}

Place RowReader::place() {
    const int source = number();
    return {source, text()};
}

int RowReader::word(std::span<const std::string_view> words, int whenNull) {
    const int column = next;
    const std::string value = text();
    if (value.empty() && whenNull >= 0) return whenNull;
    const auto position = std::ranges::find(words, value);
    if (position != words.end()) return static_cast<int>(position - words.begin());
    std::string list;
    for (const std::string_view known : words) list.append(list.empty() ? "" : ", ").append(known);
    record(column, excerpt(value) + " is not one of: " + list + ".");
    return 0;
}

tl::unexpected<Failure> tooManyRows(std::string_view file, const Table& table, size_t most) {
    return fail(FailureKind::TooLarge, placeOf(file, table.name, "", ""),
                "The table has more than " + std::to_string(most) + " rows.");
}

} // namespace sightline
