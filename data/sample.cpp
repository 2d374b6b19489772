#include "data/sample.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "assets/embedded.h"
#include "data/import/csv_checklist.h"
#include "data/import/named_files.h"

namespace sightline {
namespace {

constexpr std::string_view kFolder = "samples/";
constexpr std::string_view kFacts = "/checklist.csv";

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out.empty() ? "none" : out;
}

/// "samples/northmoor/pages/first-year" for the file "first-year.pdf" of that sample.
std::string pagesOf(std::string_view sample, const std::string& file) {
    return std::string(kFolder) + std::string(sample) + "/pages/" + file.substr(0, file.rfind('.'));
}

std::string pictureName(const std::string& pages, int number) { return pages + "-" + std::to_string(number) + ".png"; }

/// A big-endian number in a PNG's header, whose bytes are our own.
int numberAt(std::string_view png, std::size_t at) {
    int value = 0;
    for (const char byte : png.substr(at, 4)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

/// The document whose pages travel beside the sample; the text of its pages is told apart by form feeds, as pdftotext
/// writes it. No pages: there is none.
Document documentFor(std::string_view sample, const std::string& file) {
    constexpr std::size_t kWidthAt = 16;
    constexpr std::size_t kHeightAt = 20;
    Document document{.id = 1, .name = file, .digest = {}, .bytes = 0, .recipe = "sample", .pages = {}};
    const std::string pages = pagesOf(sample, file);
    std::string_view text = embeddedFile(pages + ".txt");
    document.digest = blake2b256(text);
    document.bytes = static_cast<std::int64_t>(text.size());
    for (int number = 1;; ++number) {
        const std::string_view png = embeddedFile(pictureName(pages, number));
        if (png.empty()) return document;
        const std::string_view own = text.substr(0, text.find('\f'));
        text.remove_prefix(std::min(own.size() + 1, text.size()));
        document.pages.push_back(
            {number, numberAt(png, kWidthAt), numberAt(png, kHeightAt), blake2b256(png), std::string(own)});
    }
}

void addDocuments(std::string_view sample, Checklist& checklist) {
    for (Evidence& item : checklist.evidence) {
        if (item.file.empty()) continue;
        Document document = documentFor(sample, item.file);
        if (document.pages.empty()) continue;
        document.id = static_cast<int>(checklist.documents.size()) + 1;
        item.document = document.id;
        checklist.documents.push_back(std::move(document));
    }
}

Result<Snapshot> snapshotFrom(std::string_view name, const NamedFiles& files) {
    auto imported = checklistFromCsv(files, "sample");
    if (!imported) return tl::unexpected(imported.error());
    Snapshot snapshot;
    snapshot.checklist = std::move(imported->checklist);
    addDocuments(name, snapshot.checklist);
    snapshot.meta.generator = "sightline sample";
    snapshot.sample = true;
    return snapshot;
}

} // namespace

std::vector<std::string> sampleNames() {
    std::set<std::string> names;
    for (const EmbeddedFile& file : embeddedFiles())
        if (file.name.starts_with(kFolder) && file.name.ends_with(kFacts)) {
            const auto name = file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kFacts.size());
            if (name.find('/') == std::string_view::npos) names.emplace(name);
        }
    return {names.begin(), names.end()};
}

Result<Snapshot> sampleSnapshot(std::string_view name) {
    const NamedFiles files = embeddedSample(name);
    if (files.files.empty())
        return fail(FailureKind::Missing, "sample " + std::string(name),
                    "There is no sample of this name; the samples are: " + joined(sampleNames()) + ".");
    return snapshotFrom(name, files);
}

std::optional<Snapshot> earlierSample(std::string_view name) {
    NamedFiles files = embeddedSample(std::string(name) + "/earlier");
    if (files.files.empty()) return std::nullopt;
    for (const NamedFile& same : embeddedSample(name).files)
        if (files.find(same.name) == nullptr) files.files.push_back(same);
    auto snapshot = snapshotFrom(name, files);
    if (!snapshot) return std::nullopt;
    return std::move(*snapshot);
}

PictureSource samplePictures(std::string_view name) {
    return [sample = std::string(name)](const Document& document, const DocumentPage& page) -> Result<std::string> {
        const std::string_view png = embeddedFile(pictureName(pagesOf(sample, document.name), page.number));
        if (png.empty()) return fail(FailureKind::Missing, document.name, "The page is not in the sample.");
        return std::string(png);
    };
}

} // namespace sightline
