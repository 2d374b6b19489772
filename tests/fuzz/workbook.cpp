// A register: by the first byte a zip archive as it is; a sheet of an .xlsx; its shared parts; or the content of an
// .ods, each within an archive that is in order.
#include "data/import/file_kind.h"
#include "data/import/register.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/raw_zip.h"
#include "tests/support/sheet_builder.h"

namespace sightline::fuzz {
namespace {

constexpr const char* kEvidenceSheet = "xl/worksheets/sheet4.xml";
constexpr const char* kStyles = "xl/styles.xml";

void import(const std::string& bytes) {
    if (!checkOfficeFile(bytes, "input")) return;
    const auto package = OfficePackage::open(bytes, "input");
    if (!package || package->kind() == OfficeKind::Word) return;
    const auto read = readRegister(*package, {"input", "input", bytes}, RegisterUse::Alone);
    if (!read) return require(read.error().place.starts_with("input"), "a refusal names the file");
    require(read->checklist.sources.size() == 1, "a register is one source");
}

using testing_support::RawZip;

// All parts but one, put in once and not packed: else most of the time would go there.
RawZip without(const std::string& part) {
    RawZip zip;
    for (const auto& [name, bytes] : sheets::good().parts())
        if (name != part) zip.list(zip.keep(name, bytes));
    return zip;
}

std::string with(RawZip zip, const std::string& part, std::string_view xml) {
    zip.list(zip.keep(part, xml));
    return zip.finish();
}

std::string openDocument(std::string_view content) {
    static const RawZip empty = [] {
        RawZip zip;
        zip.list(zip.keep("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
        return zip;
    }();
    return with(empty, "content.xml", content);
}

std::string partOf(const char* wanted) {
    for (const auto& [name, bytes] : sheets::good().parts())
        if (name == wanted) return bytes;
    return {};
}

std::string openDocumentContent() {
    std::string tables;
    for (const auto& [name, rows] : sheets::good().sheets) {
        tables += "<table:table table:name=\"" + name + "\">";
        for (const auto& row : rows) {
            tables += "<table:table-row>";
            for (std::size_t i = 0; i < row.size(); ++i)
                tables +=
                    "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"1\"><text:p>x" +
                    std::to_string(i) + "</text:p></table:table-cell>";
            tables += "</table:table-row>";
        }
        tables += "</table:table>";
    }
    return "<office:document-content><office:automatic-styles/><office:body><office:spreadsheet>" + tables +
           "</office:spreadsheet></office:body></office:document-content>";
}

} // namespace

void takeInput(std::string_view input) {
    if (input.empty()) return;
    static const RawZip withoutSheet = without(kEvidenceSheet);
    static const RawZip withoutStyles = without(kStyles);
    const std::string_view rest = input.substr(1);
    switch (static_cast<unsigned char>(input[0]) % 4) {
    case 0: return import(std::string(rest));
    case 1: return import(with(withoutSheet, kEvidenceSheet, rest));
    case 2: return import(with(withoutStyles, kStyles, rest));
    default: return import(openDocument(rest));
    }
}

std::vector<std::string> seeds() {
    return {std::string(1, '\0') + sheets::good().bytes(), "\x01" + partOf(kEvidenceSheet), "\x02" + partOf(kStyles),
            "\x03" + openDocumentContent()};
}

} // namespace sightline::fuzz
