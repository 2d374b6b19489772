// A Word document: with a first byte that is even, the zip archive as it is; with an odd one, word/document.xml within
// an archive that is in order.
#include "data/import/docx.h"
#include "data/import/file_kind.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/docx_builder.h"
#include "tests/support/raw_zip.h"

namespace sightline::fuzz {
namespace {

void import(const std::string& bytes) {
    if (!checkOfficeFile(bytes, "input")) return;
    const auto package = OfficePackage::open(bytes, "input");
    if (!package || package->kind() != OfficeKind::Word) return;
    Draft draft;
    if (const auto read = readDocx(draft, *package, bytes, "input"); !read)
        return require(read.error().place.starts_with("input"), "a refusal names the file");
    const Imported imported = draft.finish();
    require(!imported.report.sources.empty(), "what was read is reported");
    const SourceReport& source = imported.report.sources.front();
    require(source.paragraphs == source.inRows + source.structure + source.reported, "no paragraph is lost");
}

constexpr const char* kDocument = "word/document.xml";

// The archive is not packed, and all but the document is put in once: half of the time would go there.
std::string archive(std::string_view documentXml) {
    static const testing_support::RawZip others = [] {
        testing_support::RawZip zip;
        for (const auto& [name, bytes] : docx::WordFile().parts())
            if (name != kDocument) zip.list(zip.keep(name, bytes));
        return zip;
    }();
    testing_support::RawZip zip = others;
    zip.list(zip.keep(kDocument, documentXml));
    return zip.finish();
}

docx::WordFile document() {
    using namespace docx;
    WordFile file;
    const std::string linked =
        "<w:hyperlink r:id=\"L\"><w:r><w:t>Inspection report (June 2024)</w:t></w:r></w:hyperlink>";
    file.relations = "<Relationship Id=\"L\" Type=\"http://x/hyperlink\" Target=\"https://example.org/a\" "
                     "TargetMode=\"External\"/>";
    file.body = p("Position as at 3 June 2024") +
                table(header() +
                      rawRow(cell(p("1")) + cell(p("Clarity about senior management.")) +
                             cell(bullet("A:") + bullet("a", 1) + p("B.")) +
                             cell(paragraph(linked) + bullet("Plan 2023")) + cell(bullet("Renew the plan."), span(1))) +
                      rawRow(cell(p("2"), kMergeStart) + cell(p("Accountability")) + cell(p("C.")) + cell(p("Audit")) +
                             cell("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText>"
                                  "</w:r></w:del></w:p>")) +
                      rawRow(cell("", kMergeOn) + cell("") + cell(p("D.")) + cell("") + cell("")));
    return file;
}

} // namespace

void takeInput(std::string_view input) {
    if (input.empty()) return;
    const std::string_view rest = input.substr(1);
    import((static_cast<unsigned char>(input[0]) & 1U) == 0 ? std::string(rest) : archive(rest));
}

std::vector<std::string> seeds() {
    const docx::WordFile file = document();
    return {std::string(1, '\0') + file.bytes(), "\x01" + file.xml()};
}

} // namespace sightline::fuzz
