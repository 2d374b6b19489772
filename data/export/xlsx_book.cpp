#include "data/export/xlsx_book.h"

#include <ctime>

#include <xlsxwriter.h>

#include "data/cell_text.h"
#include "data/import/named_files.h"

namespace sightline {
namespace {

constexpr int kFirstTypedYear = 1910; // below, a date could be a year that was typed into a cell for dates
constexpr size_t kLargestWorkbook = size_t{256} << 20;
constexpr uint8_t kTextFormat = 49; // "@": what is typed stays text, as every program knows
constexpr lxw_color_t kInk = 0x1F2A37;
constexpr lxw_color_t kHeaderFill = 0x1F3A5F;
constexpr lxw_color_t kIdFill = 0xE5E7EB;
constexpr lxw_color_t kIdInk = 0x6B7280;
constexpr lxw_color_t kGuessedFill = 0xFDE9C8;
constexpr lxw_color_t kRule = 0xD1D5DB;

// The moment of "2026-06-14T09:30:00Z"; a fixed one where it is not known.
std::time_t momentOf(std::string_view created) {
    const auto date = parseIsoDate(created.substr(0, 10));
    const Day day = date ? date->first() : Day{std::chrono::year{2000} / std::chrono::January / 1};
    const auto pair = [&](size_t at) {
        return created.size() >= at + 2 ? (created[at] - '0') * 10 + (created[at + 1] - '0') : 0;
    };
    const auto time = std::chrono::sys_days{day} + std::chrono::hours{date ? pair(11) : 0} +
                      std::chrono::minutes{date ? pair(14) : 0} + std::chrono::seconds{date ? pair(17) : 0};
    return std::chrono::system_clock::to_time_t(time);
}

} // namespace

void XlsxBook::Abandon::operator()(lxw_workbook* book) const { lxw_workbook_free(book); }

Result<XlsxBook> XlsxBook::start(std::string_view title, std::string_view created) {
    auto folder = TemporaryFolder::make();
    if (!folder) return tl::unexpected(folder.error());
    XlsxBook out(std::move(*folder));
    std::string scratch = out.folder_->path().string();
    lxw_workbook_options options{};
    options.tmpdir = scratch.data();
    out.book_.reset(workbook_new_opt((out.folder_->path() / "register.xlsx").c_str(), &options));
    if (!out.book_) return fail(FailureKind::Internal, "", "The workbook could not be made.");
    std::string name(title);
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.created = momentOf(created);
    workbook_set_properties(out.book_.get(), &properties);
    return out;
}

lxw_worksheet* XlsxBook::addSheet(std::string_view name) {
    return workbook_add_worksheet(book_.get(), std::string(name).c_str());
}

lxw_format* XlsxBook::look(CellLook look) {
    lxw_format*& format = looks_[static_cast<size_t>(look)];
    if (format == nullptr) format = make(look);
    return format;
}

lxw_format* XlsxBook::make(CellLook look) {
    lxw_format* const format = workbook_add_format(book_.get());
    const bool header = look == CellLook::Header || look == CellLook::IdHeader;
    format_set_align(format, header ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(format);
    format_set_font_color(format, kInk);
    if (look == CellLook::Guessed) {
        format_set_italic(format);
        format_set_bg_color(format, kGuessedFill);
        return format;
    }
    if (look == CellLook::Heading) format_set_font_size(format, 16);
    if (look == CellLook::Heading || look == CellLook::Strong || header) format_set_bold(format);
    if (look == CellLook::Heading || look == CellLook::Strong) return format;
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kRule);
    if (header) {
        format_set_font_color(format, LXW_COLOR_WHITE);
        format_set_bg_color(format, look == CellLook::IdHeader ? kIdInk : kHeaderFill);
    } else if (look == CellLook::Id) {
        format_set_font_color(format, kIdInk);
        format_set_bg_color(format, kIdFill);
        format_set_num_format(format, "0");
        format_set_align(format, LXW_ALIGN_CENTER);
    } else if (look == CellLook::Date) {
        format_set_num_format(format, "d mmm yyyy");
        format_set_align(format, LXW_ALIGN_LEFT);
        format_set_indent(format, 1);
    } else if (look == CellLook::Tick || look == CellLook::Number) {
        format_set_align(format, LXW_ALIGN_CENTER);
    } else {
        format_set_num_format_index(format, kTextFormat);
        format_set_indent(format, 1);
    }
    return format;
}

void XlsxBook::writeText(lxw_worksheet* sheet, int row, int column, std::string_view text, lxw_format* format) {
    worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), escaped(text).c_str(),
                           format);
}

void XlsxBook::writeNumber(lxw_worksheet* sheet, int row, int column, int number, lxw_format* format) {
    worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), number, format);
}

void XlsxBook::writeDate(lxw_worksheet* sheet, int row, int column, const PartialDate& date) {
    if (!date.known()) {
        worksheet_write_blank(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), look(CellLook::Date));
    } else if (date.day == 0 || date.year < kFirstTypedYear) {
        writeText(sheet, row, column, date.day == 0 ? longDate(date) : isoDate(date), look(CellLook::Text));
    } else {
        const std::chrono::sys_days epoch = std::chrono::year{1899} / std::chrono::December / 30;
        const auto serial = (std::chrono::sys_days{date.first()} - epoch).count();
        writeNumber(sheet, row, column, static_cast<int>(serial), look(CellLook::Date));
    }
}

Result<std::string> XlsxBook::finish() {
    const lxw_error error = workbook_close(book_.release());
    if (error != LXW_NO_ERROR)
        return fail(FailureKind::CannotWrite, folder_->path().string(),
                    std::string("The workbook could not be written (") + lxw_strerror(error) + ").");
    return readFile(folder_->path() / "register.xlsx", kLargestWorkbook);
}

} // namespace sightline
