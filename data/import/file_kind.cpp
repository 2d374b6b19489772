#include "data/import/file_kind.h"

#include "data/import/text.h"

namespace sightline {
namespace {

// Names in the directory of an OLE container are UTF-16.
std::string utf16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) {
        out += c;
        out += '\0';
    }
    return out;
}

bool holds(std::string_view bytes, std::string_view name) { return bytes.find(utf16(name)) != std::string_view::npos; }

std::string inOleContainer(std::string_view bytes) {
    if (holds(bytes, "EncryptedPackage"))
        return "The document is protected by a password; in Word or Excel, remove it (File, Info, Protect) and import "
               "that.";
    if (holds(bytes, "WordDocument"))
        return "The file is a Word document of the old kind (.doc); in Word, save it as \u201CWord Document "
               "(.docx)\u201D and import that.";
    if (holds(bytes, "Workbook") || holds(bytes, "Book"))
        return "The file is an Excel workbook of the old kind (.xls); in Excel, save it as \u201CExcel Workbook "
               "(.xlsx)\u201D and import that.";
    return "The file is an old kind of Office file, not a Word document (.docx) or a register (.xlsx, .ods).";
}

std::string whatItIs(std::string_view bytes) {
    const std::string head = lowerCase(bytes.substr(0, 256));
    if (bytes.empty()) return "The file is empty.";
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return inOleContainer(bytes);
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)
        return "The file is a PDF; a checklist is imported from the Word document (.docx) that it was made from.";
    if (head.find("<office:document") != std::string::npos)
        return "The file is a flat OpenDocument file; save it as .ods or .xlsx and import that.";
    if (bytes.starts_with("{\\rtf"))
        return "The file is rich text (.rtf); in Word, save it as \u201CWord Document (.docx)\u201D and import that.";
    if (head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos)
        return "The file is a web page, not a Word document.";
    if (bytes.starts_with("SQLite format 3"))
        return "The file is a database; a snapshot needs no import, and other databases are published, not imported.";
    if (!invalidUtf8(bytes.substr(0, 4096)) && head.find(',') != std::string::npos &&
        head.find('\0') == std::string::npos)
        return "The file looks like a single CSV file; give the folder that holds all the checklist's CSV files.";
    return "The file is not a Word document (.docx) and not a register (.xlsx, .ods).";
}

} // namespace

Result<void> checkOfficeFile(std::string_view bytes, const std::string& place) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return {};
    return fail(FailureKind::Foreign, place, whatItIs(bytes));
}

} // namespace sightline
