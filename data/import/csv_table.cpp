#include "data/import/csv_table.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "data/import/date_rule.h"
#include "data/import/text.h"

namespace sightline {
namespace {

Failure inHeader(const std::string& place, std::string sentence) {
    return {FailureKind::BadContent, place + ", line 1", std::move(sentence)};
}

std::optional<Failure> wrongHeader(const std::vector<std::string>& header, const std::string& place,
                                   const CsvColumns& columns) {
    const auto known = [&](const std::string& name) {
        return name == "id" || std::ranges::find(columns.required, name) != columns.required.end() ||
               std::ranges::find(columns.optional, name) != columns.optional.end();
    };
    for (size_t i = 0; i < header.size(); ++i) {
        if (header[i].empty())
            return inHeader(place, "Column " + std::to_string(i + 1) + " has no name in the header row.");
        if (std::find(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(i), header[i]) !=
            header.begin() + static_cast<std::ptrdiff_t>(i))
            return inHeader(place, "The column " + inQuotes(header[i]) + " is there twice.");
        if (!known(header[i])) {
            std::vector<std::string_view> all = columns.required;
            all.insert(all.end(), columns.optional.begin(), columns.optional.end());
            return inHeader(place, "The column " + inQuotes(header[i]) + " is not known here; the columns are " +
                                       orList(all) + ", separated by commas.");
        }
    }
    for (const std::string_view name : columns.required)
        if (std::ranges::find(header, name) == header.end())
            return inHeader(place, "The column " + inQuotes(name) + " is missing from the header row.");
    return std::nullopt;
}

} // namespace

std::string orList(std::span<const std::string_view> words) {
    std::string out;
    for (size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
        out += words[i];
    }
    return out;
}

Result<CsvTable> CsvTable::open(const NamedFile& file, const std::string& folder, const CsvColumns& columns) {
    CsvTable table;
    table.place_ = (std::filesystem::path(folder) / file.name).string();
    auto records = parseCsv(file.bytes, table.place_);
    if (!records) return tl::unexpected(records.error());
    if (records->empty())
        return tl::unexpected(inHeader(table.place_, "The file is empty; its first line names the columns."));
    for (const std::string& name : records->front().cells) table.columns_.push_back(lowerCase(oneLine(name)));
    if (auto wrong = wrongHeader(table.columns_, table.place_, columns)) return tl::unexpected(std::move(*wrong));
    records->erase(records->begin());
    table.records_ = std::move(*records);
    for (const CsvRecord& record : table.records_)
        if (record.cells.size() != table.columns_.size())
            return fail(FailureKind::BadContent, table.place_ + ", line " + std::to_string(record.line),
                        "The row has " + std::to_string(record.cells.size()) + " cells, but the header row names " +
                            std::to_string(table.columns_.size()) + " columns.");
    return table;
}

bool CsvRow::has(std::string_view column) const { return std::ranges::find(columns_, column) != columns_.end(); }

const std::string& CsvRow::cell(std::string_view column) const {
    static const std::string kNone;
    const auto it = std::ranges::find(columns_, column);
    return it == columns_.end() ? kNone : record_.cells[static_cast<size_t>(it - columns_.begin())];
}

void CsvRow::refuse(std::string_view column, std::string sentence) {
    if (failure_) return;
    failure_ =
        Failure{FailureKind::BadContent,
                place_ + ", line " + std::to_string(record_.line) + ", column \u201C" + std::string(column) + "\u201D",
                std::move(sentence)};
}

std::string CsvRow::text(std::string_view column) {
    const std::string& raw = cell(column);
    const size_t last = raw.find_last_not_of(" \n");
    if (last != std::string::npos && raw.find('\n', raw.find_first_not_of(" \n")) < last)
        refuse(column, "The cell holds several lines, but this column takes one.");
    return oneLine(raw);
}

std::string CsvRow::required(std::string_view column) {
    std::string value = text(column);
    if (value.empty()) refuse(column, "The cell is empty, but this column must be filled in.");
    return value;
}

std::string CsvRow::lines(std::string_view column) {
    std::string out;
    std::string_view rest = cell(column);
    while (!rest.empty()) {
        const size_t end = std::min(rest.find('\n'), rest.size());
        const std::string line = oneLine(rest.substr(0, end));
        if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

std::string CsvRow::requiredLines(std::string_view column) {
    std::string value = lines(column);
    if (value.empty()) refuse(column, "The cell is empty, but this column must be filled in.");
    return value;
}

PartialDate CsvRow::date(std::string_view column) {
    const std::string value = text(column);
    if (value.empty()) return {};
    const auto date = wholeDate(value);
    if (!date)
        refuse(column, inQuotes(value) + " is not a date; write 2024-06-14, 14/06/2024, 2024-06, June 2024 or 2024.");
    return date.value_or(PartialDate{});
}

int CsvRow::number(std::string_view column, int low, int high, std::optional<int> otherwise) {
    const std::string value = text(column);
    if (value.empty() && otherwise) return *otherwise;
    int result = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error == std::errc{} && end == value.data() + value.size() && result >= low && result <= high) return result;
    refuse(column, (value.empty() ? std::string("The cell is empty") : inQuotes(value) + " does not fit") +
                       "; a whole number from " + std::to_string(low) + " to " + std::to_string(high) + " is needed.");
    return otherwise.value_or(low);
}

bool CsvRow::yesNo(std::string_view column) {
    static constexpr std::array<std::string_view, 4> kWords = {"no", "yes", "0", "1"};
    return choice(column, kWords, 0) % 2 == 1;
}

size_t CsvRow::choice(std::string_view column, std::span<const std::string_view> words,
                      std::optional<size_t> otherwise) {
    const std::string value = text(column);
    if (value.empty() && otherwise) return *otherwise;
    for (size_t i = 0; i < words.size(); ++i)
        if (lowerCase(value) == lowerCase(words[i])) return i;
    refuse(column, (value.empty() ? std::string("The cell is empty") : inQuotes(value) + " is not known here") +
                       "; write " + orList(words) + ".");
    return otherwise.value_or(0);
}

std::string CsvRow::link(std::string_view column) {
    std::string value = text(column);
    const std::string lower = lowerCase(value);
    if (!value.empty() && !lower.starts_with("https://") && !lower.starts_with("http://"))
        refuse(column, inQuotes(value) + " is not a web address; it must begin with https:// or http://.");
    return value;
}

} // namespace sightline
