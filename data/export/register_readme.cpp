#include "data/export/register_readme.h"

#include <array>

#include <xlsxwriter.h>

#include "data/register_layout.h"

namespace sightline {
namespace {

struct Advice {
    std::string_view about;
    std::string_view words;
};

constexpr std::array<Advice, 11> kAdvice = {{
    {"How it goes round",
     "Edit, save, and hand the file to \u201Csightline import\u201D. What it then says is on the wall. A new register "
     "is "
     "made of that with \u201Csightline export\u201D. Excel and LibreOffice both do; .xlsx and .ods are read."},
    {"With Word",
     "Give the Word document and the register together to \u201Csightline import\u201D: the narrative comes "
     "from Word, and opinions, owners, dates and lines from here."},
    {"Guessed", "A line of assurance that ends in \u201C(guessed)\u201D, on an orange ground, was worked out from the "
                "words of the name. Choose the right word from the list, even if the guess is right: then it counts as "
                "confirmed."},
    {"Numbers",
     "Grey columns are the rows' numbers, which keep them apart and in order: leave them as they are. A new row "
     "has none, and gets one when it is imported. To take something out, delete its whole row."},
    {"Ticks",
     "A piece of evidence supports an element where its column holds something: x, or its place in the list of "
     "that element (1 is first). Numbers keep the order; x goes to the end."},
    {"Dates",
     "A day is a date, such as 14/06/2024. Where only the month or the year is known, begin with an apostrophe "
     "so that Excel does not make a day of it: 'June 2024 or '2024. Leave the cell empty where nothing is "
     "known."},
    {"Roles", "Owners and assessors are roles, not people's names: the register outlives them."},
    {"Several lines", "Alt+Enter (in LibreOffice Ctrl+Enter) begins a new line, which is a sub-point."},
    {"Order",
     "Rows can be sorted and filtered as you like, and columns moved: nothing depends on it. Filtered and hidden "
     "rows are read too. The wall shows rows in the order of their numbers, and evidence in that of its ticks."},
    {"Your own columns", "Columns and sheets that you add are left alone. They are not read, and a new export does not "
                         "have them."},
    {"If something is wrong", "\u201Csightline import\u201D then changes nothing and names each cell, such as "
                              "Evidence!F12, with what is expected there."},
}};

} // namespace

void writeReadMe(XlsxBook& book, const Checklist& checklist) {
    lxw_worksheet* const sheet = book.addSheet(kReadMeSheet);
    worksheet_set_column(sheet, 0, 0, 24, nullptr);
    worksheet_set_column(sheet, 1, 1, 24, nullptr);
    worksheet_set_column(sheet, 2, 2, 90, nullptr);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    lxw_format* const strong = book.look(CellLook::Strong);
    lxw_format* const text = book.look(CellLook::Text);
    int row = 0;
    worksheet_set_row(sheet, 0, 28, nullptr);
    worksheet_merge_range(sheet, 0, 0, 0, 2, "", book.look(CellLook::Heading));
    const std::string council = checklist.authority.empty() ? "" : ", " + checklist.authority;
    XlsxBook::writeText(sheet, row, 0, "Register of the Test of Assurance" + council, book.look(CellLook::Heading));
    row += 2;
    for (const Advice& advice : kAdvice) {
        const auto at = static_cast<lxw_row_t>(row);
        worksheet_merge_range(sheet, at, 1, at, 2, "", text);
        // A merged cell does not grow with its words.
        const double lines = static_cast<double>(advice.words.size()) / 105 + 1;
        worksheet_set_row(sheet, at, 15 * static_cast<int>(lines) + 4, nullptr);
        XlsxBook::writeText(sheet, row, 0, advice.about, strong);
        XlsxBook::writeText(sheet, row++, 1, advice.words, text);
    }
    ++row;
    for (int column = 0; const char* header : {"Sheet", "Column", "What belongs there"})
        XlsxBook::writeText(sheet, row, column++, header, book.look(CellLook::Header));
    for (const RegisterSheet& known : registerSheets()) {
        XlsxBook::writeText(sheet, ++row, 0, known.name, strong);
        XlsxBook::writeText(sheet, row, 1, "", text);
        XlsxBook::writeText(sheet, row, 2, known.about, text);
        for (const RegisterColumn& column : known.columns) {
            if (column.help.empty()) continue;
            XlsxBook::writeText(sheet, ++row, 1, column.header, text);
            XlsxBook::writeText(sheet, row, 2, column.help, text);
        }
    }
}

} // namespace sightline
