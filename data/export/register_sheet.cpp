#include "data/export/register_sheet.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include <xlsxwriter.h>

namespace sightline {
namespace {

constexpr int kSpareRows = 2000;        // below the last row, that have drop-downs too
constexpr double kLineHeight = 15;      // points
constexpr double kLettersInWidth = 1.1; // a column of width 10 holds 10 digits, and a few more letters
constexpr double kMostHeight = 400;     // points; a row of Excel cannot be higher than 409
constexpr int kLastListRow = 1000;      // of the sheet Scale, down to which its lists may grow
constexpr uint8_t kA4 = 9;

CellLook lookOf(CellUse use) {
    switch (use) {
    case CellUse::Id: return CellLook::Id;
    case CellUse::Number: return CellLook::Number;
    case CellUse::Date: return CellLook::Date;
    case CellUse::Tick: return CellLook::Tick;
    case CellUse::Text:
    case CellUse::Lines: return CellLook::Text;
    }
    return CellLook::Text;
}

// No sheet has more than 26 columns.
char letterOf(size_t column) { return static_cast<char>('A' + column); }

size_t indexIn(const RegisterSheet& layout, std::string_view column) {
    const auto found = std::ranges::find(layout.columns, column, &RegisterColumn::header);
    return static_cast<size_t>(found - layout.columns.begin());
}

} // namespace

RegisterSheetWriter::RegisterSheetWriter(XlsxBook& book, std::string_view name)
    : book_(book), layout_(registerSheet(name)), sheet_(book.addSheet(name)) {
    for (size_t i = 0; i < layout_.columns.size(); ++i) {
        const RegisterColumn& column = layout_.columns[i];
        const auto at = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet_, at, at, column.width, book.look(lookOf(column.use)));
        header(column.header, column.header);
    }
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kA4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
}

void RegisterSheetWriter::header(std::string_view column, std::string_view words) {
    const bool isId = layout_.columns[indexOf(column)].use == CellUse::Id;
    XlsxBook::writeText(sheet_, 0, at(column), words, book_.look(isId ? CellLook::IdHeader : CellLook::Header));
    makeRoom(0, layout_.columns[indexOf(column)].width - 4, words); // beside the arrow of the filter, in bold
}

void RegisterSheetWriter::text(std::string_view column, std::string_view words) {
    if (words.empty()) return;
    XlsxBook::writeText(sheet_, row_, at(column), words, book_.look(CellLook::Text));
    makeRoom(row_, layout_.columns[indexOf(column)].width, words);
}

// Not every program works out how high a row has to be. A row of one line is left to them.
void RegisterSheetWriter::makeRoom(int row, double width, std::string_view words) {
    int lines = 0;
    for (size_t at = 0; at <= words.size();) {
        const size_t end = std::min(words.find('\n', at), words.size());
        lines += std::max(
            1, static_cast<int>(std::ceil(static_cast<double>(end - at) / std::max(width * kLettersInWidth, 1.0))));
        at = end + 1;
    }
    if (lines_.size() <= static_cast<size_t>(row)) lines_.resize(static_cast<size_t>(row) + 1, 1);
    int& most = lines_[static_cast<size_t>(row)];
    most = std::max(most, lines);
}

void RegisterSheetWriter::number(std::string_view column, int value) {
    XlsxBook::writeNumber(sheet_, row_, at(column), value, book_.look(lookOf(layout_.columns[indexOf(column)].use)));
}

void RegisterSheetWriter::date(std::string_view column, const PartialDate& value) {
    book_.writeDate(sheet_, row_, at(column), value);
}

void RegisterSheetWriter::chooseFrom(std::string_view column, std::string_view list, bool strict) {
    // As long as the list is at any time: what is added to it can be chosen.
    const std::string top = std::string("Scale!$") + letterOf(indexIn(registerSheet(sheet::kScale), list)) + "$";
    std::string formula = "=OFFSET(" + top + "2,0,0,MAX(1,COUNTA(" + top + "2:" + top.substr(top.find('$')) +
                          std::to_string(kLastListRow) + ")),1)";
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = formula.data();
    apply(column, rule, strict,
          strict ? "Please choose a word from the list. The words are on the sheet Scale."
                 : "This is not in the list on the sheet Scale. Use it all the same?");
}

void RegisterSheetWriter::chooseOf(std::string_view column, std::vector<std::string> words) {
    lxw_data_validation rule{};
    // Pointers to char on Debian 12, to const char on 13.
    std::vector<std::remove_pointer_t<decltype(rule.value_list)>> list;
    list.reserve(words.size() + 1);
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = list.data();
    apply(column, rule, true, "Please choose a word from the list.");
}

void RegisterSheetWriter::markGuessed(std::string_view column) {
    std::string ending(kGuessed.substr(1));
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_TEXT;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_ENDS_WITH;
    rule.value_string = ending.data();
    rule.format = book_.look(CellLook::Guessed);
    const auto c = static_cast<lxw_col_t>(at(column));
    worksheet_conditional_format_range(sheet_, 1, c, static_cast<lxw_row_t>(lastRow()), c, &rule);
}

void RegisterSheetWriter::finish(int frozenColumns) {
    for (size_t row = 0; row < lines_.size(); ++row)
        if (lines_[row] > 1 || row == 0)
            worksheet_set_row(sheet_, static_cast<lxw_row_t>(row), std::min(lines_[row] * kLineHeight + 6, kMostHeight),
                              nullptr);
    const size_t lastColumn = layout_.columns.size() - 1;
    worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(std::max(row_, 1)), static_cast<lxw_col_t>(lastColumn));
    worksheet_freeze_panes(sheet_, 1, static_cast<lxw_col_t>(frozenColumns));
    const std::string everything = std::string("A1:") + letterOf(lastColumn) + std::to_string(lastRow() + 1);
    worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, everything.c_str());
    for (const RegisterColumn& column : layout_.columns) {
        if (column.use == CellUse::Id) keepOut(column.header);
        if (column.use == CellUse::Date || column.use == CellUse::Tick) explain(column);
    }
}

size_t RegisterSheetWriter::indexOf(std::string_view column) const { return indexIn(layout_, column); }

int RegisterSheetWriter::lastRow() const { return row_ + kSpareRows; }

void RegisterSheetWriter::apply(std::string_view column, lxw_data_validation& rule, bool strict, const char* sentence) {
    std::string message(sentence);
    rule.error_type = strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule.error_message = message.data();
    validate(column, rule);
}

void RegisterSheetWriter::validate(std::string_view column, lxw_data_validation& rule) {
    const auto c = static_cast<lxw_col_t>(at(column));
    worksheet_data_validation_range(sheet_, 1, c, static_cast<lxw_row_t>(lastRow()), c, &rule);
}

void RegisterSheetWriter::keepOut(std::string_view column) {
    std::string never = "=FALSE";
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    rule.value_formula = never.data();
    apply(column, rule, true, "Sightline numbers the rows. Please leave this as it is, and empty in a new row.");
}

void RegisterSheetWriter::explain(const RegisterColumn& column) {
    const bool isDate = column.use == CellUse::Date;
    std::string title(isDate ? "Date" : "Tick");
    std::string message(column.help);
    if (isDate) message += " Begin a month or a year with an apostrophe: 'June 2024.";
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_ANY;
    rule.input_title = title.data();
    rule.input_message = message.data();
    validate(column.header, rule);
}

} // namespace sightline
