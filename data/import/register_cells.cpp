#include "data/import/register_cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "data/import/date_rule.h"
#include "data/import/name_match.h"
#include "data/import/new_id.h"
#include "data/import/text.h"
#include "data/text_rules.h"

namespace sightline {
namespace {

constexpr size_t kShownCells = 20;
constexpr int kLargestSeat = 1'000'000'000;
constexpr int kLargestNumber = std::numeric_limits<int>::max();

// Line ends of all kinds become line feeds.
std::string withLineFeeds(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

// Words that a snapshot can hold stay exactly as they are, so that a register comes back as it went out. Others lose
// what it cannot hold.
std::string soundText(std::string_view text) {
    std::string out = withLineFeeds(text);
    if (!textProblem(out, std::numeric_limits<size_t>::max(), LineFeeds::Allowed)) return out;
    std::string clean;
    for (size_t at = 0; at <= out.size();) {
        const size_t end = std::min(out.find('\n', at), out.size());
        clean += (at > 0 ? "\n" : "") + oneLine(std::string_view(out).substr(at, end - at));
        at = end + 1;
    }
    // What oneLine leaves and a snapshot refuses: separators and marks that turn the direction of writing.
    std::string last;
    for (const char32_t c : codePoints(clean))
        if (const std::string character = utf8(c); !textProblem(character, 1, LineFeeds::Allowed)) last += character;
    return last;
}

std::optional<int> wholeNumber(const SheetCell& cell) {
    if (cell.kind == CellKind::Number) {
        const bool whole = std::floor(cell.number) == cell.number && std::abs(cell.number) <= kLargestNumber;
        return whole ? std::optional(static_cast<int>(cell.number)) : std::nullopt;
    }
    const std::string text = oneLine(cell.text);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && cell.kind == CellKind::Text ? std::optional(value) : std::nullopt;
}

// A year typed into a cell for dates becomes the day of 1905 that has this number.
std::optional<int> yearTypedAsDay(const PartialDate& date) {
    if (date.day == 0) return std::nullopt;
    const std::chrono::sys_days epoch = std::chrono::year{1899} / std::chrono::December / 30;
    const auto number = (std::chrono::sys_days{date.first()} - epoch).count();
    return number >= 1900 && number <= 2199 ? std::optional(static_cast<int>(number)) : std::nullopt;
}

bool isOneOf(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

} // namespace

std::string orWords(std::span<const std::string> words) {
    std::string out;
    for (size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
        out += words[i];
    }
    return out;
}

void WrongCells::add(const std::string& cell, const std::string& sentence) { cells_.emplace_back(cell, sentence); }

Failure WrongCells::failure(const std::string& file) const {
    if (cells_.size() == 1) return {FailureKind::BadContent, file + ", " + cells_.front().first, cells_.front().second};
    std::string list = "These " + std::to_string(cells_.size()) + " cells need to be corrected.";
    for (size_t i = 0; i < std::min(cells_.size(), kShownCells); ++i)
        list += "\n  " + cells_[i].first + ": " + cells_[i].second;
    if (cells_.size() > kShownCells) list += "\n  and " + std::to_string(cells_.size() - kShownCells) + " more.";
    return {FailureKind::BadContent, file, list};
}

RegisterTable::RegisterTable(const Sheet& sheet, const RegisterSheet& layout, std::string file, ImportReport& report,
                             WrongCells& wrong)
    : sheet_(sheet), layout_(layout), file_(std::move(file)), report_(report), wrong_(wrong) {
    if (!sheet.rows.empty()) {
        headerRow_ = sheet.rows.front().number;
        readHeader(sheet.rows.front());
    }
    reportMissing();
    reportHidden();
    takeRows(1);
}

std::string RegisterTable::cellAt(int column, int row) const {
    return std::string(layout_.name) + "!" + cellName(column, row);
}

std::string RegisterTable::placeOf(const std::string& where) const { return file_ + ", " + where; }

void RegisterTable::readHeader(const SheetRow& header) {
    for (const SheetCell& cell : header.cells) {
        const std::string shown = oneLine(cell.text);
        const int ticked = tickedElement(shown);
        const auto known = std::ranges::find_if(layout_.columns, [&](const RegisterColumn& column) {
            return ticked != 0 ? tickedElement(column.header) == ticked && column.use == CellUse::Tick
                               : nameKey(column.header) == nameKey(shown);
        });
        if (shown.empty()) continue;
        if (known == layout_.columns.end())
            report_.skipped.push_back({placeOf(cellAt(cell.column, header.number)), shown,
                                       "not a column of this sheet, so it was not read", 0});
        else if (!columns_.emplace(known->header, cell.column).second)
            wrong_.add(cellAt(cell.column, header.number), "The column " + inQuotes(shown) + " is there twice.");
    }
}

void RegisterTable::reportMissing() {
    for (const RegisterColumn& column : layout_.columns) {
        if (has(column.header)) continue;
        const std::string name = inQuotes(column.header);
        if (column.required)
            wrong_.add(cellAt(1, headerRow_), "The row of headings has no column " + name + ".");
        else if (column.use != CellUse::Id)
            report_.unclear.push_back({placeOf(std::string(layout_.name)), "",
                                       "the sheet has no column " + name + ", so nothing was read for it", 0});
    }
}

void RegisterTable::reportHidden() {
    const auto note = [&](const std::string& why) {
        report_.recognised.push_back({placeOf(std::string(layout_.name)), "", why, 0});
    };
    if (sheet_.hidden) note("the sheet is hidden; it was read like the others");
    if (sheet_.hiddenColumns) note("some columns are hidden; they were read like the others");
    const auto hidden = std::ranges::count_if(sheet_.rows, &SheetRow::hidden);
    if (hidden == 1) note("1 row is hidden, by a filter perhaps; it was read like the others");
    if (hidden > 1)
        note(std::to_string(hidden) + " rows are hidden, by a filter perhaps; they were read like the others");
}

void RegisterTable::takeRows(size_t first) {
    const bool readable = std::ranges::all_of(
        layout_.columns, [&](const RegisterColumn& column) { return !column.required || has(column.header); });
    int beside = 0;
    for (size_t i = first; readable && i < sheet_.rows.size(); ++i) {
        const RegisterRow row(*this, sheet_.rows[i]);
        const auto filled = [&](bool ids) {
            return std::ranges::any_of(layout_.columns, [&](const RegisterColumn& column) {
                return (column.use == CellUse::Id) == ids && !row.isEmpty(column.header);
            });
        };
        if (filled(false))
            rows_.push_back(&sheet_.rows[i]);
        else if (filled(true))
            report_.skipped.push_back(
                {placeOf(row.where()), "", "the row is empty but for its number, so left out", 0});
        else
            ++beside;
    }
    if (beside > 0)
        report_.skipped.push_back({placeOf(std::string(layout_.name)), "",
                                   std::to_string(beside) + (beside == 1 ? " row" : " rows") +
                                       " that only hold something outside the known columns",
                                   0});
}

RegisterRow RegisterTable::row(size_t i) { return {*this, *rows_[i]}; }

std::vector<int> RegisterTable::ids(std::string_view column, const std::vector<bool>& belongs) {
    std::vector<int> ids(size(), 0);
    NewIds fresh;
    std::map<int, std::string> taken;
    for (size_t i = 0; i < size(); ++i) {
        RegisterRow cells = row(i);
        if (!belongs[i] || cells.isEmpty(column)) continue;
        const int id = cells.number(column, 1, kLargestNumber, 0);
        if (id == 0) continue;
        fresh.take(id);
        const auto [other, isNew] = taken.emplace(id, cells.where());
        if (!isNew)
            cells.refuse(column, "The number " + std::to_string(id) + " stands in " + other->second +
                                     " too; empty this cell if the row is new.");
        ids[i] = id;
    }
    for (size_t i = 0; i < size(); ++i)
        if (belongs[i] && ids[i] == 0) ids[i] = fresh.next();
    return ids;
}

std::vector<bool> RegisterTable::filled(std::string_view column) {
    std::vector<bool> out;
    for (size_t i = 0; i < size(); ++i) out.push_back(!row(i).isEmpty(column));
    return out;
}

const SheetCell* RegisterRow::cell(std::string_view column) const {
    const auto found = table_.columns_.find(column);
    if (found == table_.columns_.end()) return nullptr;
    const auto it = std::ranges::lower_bound(row_.cells, found->second, {}, &SheetCell::column);
    return it != row_.cells.end() && it->column == found->second ? &*it : nullptr;
}

std::string RegisterRow::nameOf(std::string_view column) const {
    const auto found = table_.columns_.find(column);
    return found == table_.columns_.end() ? where() : table_.cellAt(found->second, row_.number);
}

std::string RegisterRow::where() const { return table_.cellAt(1, row_.number); }

std::string RegisterRow::placeOf(std::string_view column) const { return table_.placeOf(nameOf(column)); }

bool RegisterRow::isEmpty(std::string_view column) const {
    const SheetCell* const found = cell(column);
    return found == nullptr || (found->kind == CellKind::Text && oneLine(found->text).empty());
}

void RegisterRow::refuse(std::string_view column, const std::string& sentence) {
    table_.wrong_.add(nameOf(column), sentence);
}

// The cell, where it holds something that can be read.
const SheetCell* RegisterRow::sound(std::string_view column) {
    const SheetCell* const found = cell(column);
    if (found == nullptr) return nullptr;
    if (found->kind == CellKind::Error) {
        refuse(column, "The cell shows the error " + inQuotes(found->text) + "; write what should stand there.");
        return nullptr;
    }
    if (found->formula && found->text.empty() && found->kind == CellKind::Text)
        table_.report_.unclear.push_back({placeOf(column), "", "holds a formula without a result; taken as empty", 0});
    else if (found->formula)
        table_.report_.recognised.push_back(
            {placeOf(column), found->text, "holds a formula; its last result was taken", 0});
    return isEmpty(column) ? nullptr : found;
}

std::string RegisterRow::text(std::string_view column, size_t most) {
    const SheetCell* const found = sound(column);
    if (found == nullptr) return {};
    std::string value = soundText(found->text);
    while (value.ends_with('\n')) value.pop_back();
    if (value.find('\n') != std::string::npos)
        refuse(column, "The cell holds several lines, but one line is expected.");
    else if (const auto problem = textProblem(value, most, LineFeeds::Refused))
        refuse(column, *problem);
    return value;
}

std::string RegisterRow::lines(std::string_view column, size_t most) {
    const SheetCell* const found = sound(column);
    if (found == nullptr) return {};
    std::string value = soundText(found->text);
    if (const auto problem = textProblem(value, most, LineFeeds::Allowed)) refuse(column, *problem);
    return value;
}

std::string RegisterRow::required(std::string_view column, size_t most) {
    std::string value = text(column, most);
    if (isEmpty(column)) refuse(column, "The cell is empty, but something is expected here.");
    return value;
}

std::string RegisterRow::requiredLines(std::string_view column, size_t most) {
    std::string value = lines(column, most);
    if (isEmpty(column)) refuse(column, "The cell is empty, but something is expected here.");
    return value;
}

PartialDate RegisterRow::date(std::string_view column) {
    const SheetCell* const found = sound(column);
    if (found == nullptr) return {};
    if (found->kind == CellKind::Date) {
        const auto year = yearTypedAsDay(found->date);
        return year ? PartialDate{*year, 0, 0} : found->date;
    }
    const auto year = found->kind == CellKind::Number ? wholeNumber(*found) : std::nullopt;
    if (year && *year >= 1900 && *year <= 2199) return {*year, 0, 0};
    const auto date = found->kind == CellKind::Text ? wholeDate(found->text) : std::nullopt;
    if (!date)
        refuse(column,
               inQuotes(found->text) +
                   " is not a date; a day such as 14/06/2024, a month such as June 2024 or a year is expected.");
    return date.value_or(PartialDate{});
}

int RegisterRow::number(std::string_view column, int low, int high, std::optional<int> otherwise) {
    const SheetCell* const found = sound(column);
    if (found == nullptr && otherwise) return *otherwise;
    const auto value = found == nullptr ? std::nullopt : wholeNumber(*found);
    if (value && *value >= low && *value <= high) return *value;
    refuse(column, (found == nullptr ? std::string("The cell is empty") : inQuotes(found->text) + " does not fit") +
                       "; a whole number from " + std::to_string(low) + " to " + std::to_string(high) +
                       " is expected.");
    return otherwise.value_or(low);
}

std::optional<size_t> RegisterRow::choice(std::string_view column, std::span<const std::string> words, bool mustBe) {
    const SheetCell* const found = sound(column);
    if (found == nullptr) return std::nullopt;
    // First as it stands there: two words of a list may differ by case only.
    for (size_t i = 0; i < words.size(); ++i)
        if (found->text == words[i]) return i;
    const std::string written = lowerCase(oneLine(found->text));
    for (size_t i = 0; i < words.size(); ++i)
        if (written == lowerCase(oneLine(words[i]))) return i;
    if (mustBe) refuse(column, inQuotes(found->text) + " is not expected here; write " + orWords(words) + ".");
    return std::nullopt;
}

std::string RegisterRow::link(std::string_view column) {
    std::string value = text(column, std::numeric_limits<size_t>::max());
    if (value.empty()) return value;
    value = oneLine(value);
    if (const auto problem = linkProblem(value))
        refuse(column, *problem + " A web address such as https://www.example.org/report is expected.");
    return value;
}

std::string RegisterRow::fileName(std::string_view column) {
    std::string value = text(column, std::numeric_limits<size_t>::max());
    if (value.find('/') != std::string::npos || value.find('\\') != std::string::npos)
        refuse(column, "The name of a file without its folders is expected.");
    return value;
}

std::optional<int> RegisterRow::tick(std::string_view column) {
    static constexpr std::array<std::string_view, 7> kYes = {"x", "yes", "y", "true", "✓", "✔", "☑"};
    static constexpr std::array<std::string_view, 7> kNo = {"no", "n", "false", "0", "-", "–", "☐"};
    const SheetCell* const found = sound(column);
    if (found == nullptr) return std::nullopt;
    if (found->kind == CellKind::Truth) return found->truth ? std::optional(0) : std::nullopt;
    const std::string written = lowerCase(oneLine(found->text));
    const auto seat = wholeNumber(*found);
    if (seat && *seat >= 1 && *seat <= kLargestSeat) return seat;
    if (isOneOf(written, kYes)) return 0;
    if (!isOneOf(written, kNo))
        refuse(column, inQuotes(found->text) + " is no tick; x, or the place within the element (1, 2, 3), or nothing "
                                               "is expected.");
    return std::nullopt;
}

} // namespace sightline
