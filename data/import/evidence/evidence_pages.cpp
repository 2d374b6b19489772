#include "data/import/evidence/evidence_pages.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>

#include <fcntl.h>
#include <sys/stat.h>

#include "data/digest.h"
#include "data/file.h"
#include "data/import/evidence/evidence_folder.h"
#include "data/import/evidence/evidence_match.h"
#include "data/import/evidence/file_name_key.h"
#include "data/import/evidence/page_store.h"
#include "data/import/name_match.h"
#include "data/import/text.h"
#include "data/limits.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr size_t kChunk = size_t{256} << 10;

std::string counted(size_t count, const char* one, const char* many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

// A sentence as an entry of the report has it. Names such as "PDF" and "LibreOffice" stay.
std::string sayWhy(const Failure& failure) {
    std::string why = failure.sentence;
    if (why.ends_with('.')) why.pop_back();
    const std::string word = why.substr(0, why.find(' '));
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (std::ranges::count_if(word, capital) == 1 && capital(word.front()))
        why.front() = static_cast<char>(why.front() - 'A' + 'a');
    return why;
}

/// The private copy of a file from the folder, and its digest: what is drawn is what was hashed.
struct Copied {
    fs::path path;
    std::string digest;
    std::uint64_t bytes = 0;
    std::string beginning;
};

Result<Copied> copyIn(const fs::path& from, std::uint64_t mostBytes, const fs::path& into) {
    const auto source = openRegular(from, mostBytes);
    if (!source) return tl::unexpected(source.error());
    struct stat before {};
    if (::fstat(source->file.get(), &before) != 0) return systemFailure(FailureKind::Missing, from.string(), errno);
    OpenFile copy(::open(into.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!copy.isOpen()) return systemFailure(FailureKind::CannotWrite, into.string(), errno);
    Copied copied{into, "", 0, ""};
    Blake2b<32> hash;
    while (true) {
        const auto chunk = readUpTo(source->file, kChunk, from.string());
        if (!chunk) return tl::unexpected(chunk.error());
        if (chunk->empty()) break;
        if (copied.bytes == 0) copied.beginning = chunk->substr(0, kTellingBytes);
        copied.bytes += chunk->size();
        if (copied.bytes > source->bytes) break;
        hash.add(*chunk);
        if (auto written = writeAll(copy, *chunk, into.string()); !written) return tl::unexpected(written.error());
    }
    if (copied.bytes != source->bytes || !isUnchanged(source->file, before))
        return fail(FailureKind::Damaged, from.string(), "The file changed while it was read.");
    if (!copy.close()) return systemFailure(FailureKind::CannotWrite, into.string(), errno);
    copied.digest = hexadecimal(hash.finish());
    return copied;
}

// LibreOffice knows some kinds by their ending only; the ending is ours, and at most what the file was called.
std::string safeEnding(const std::string& name) {
    const std::string ending = lowerCase(name.substr(withoutEnding(name).size()));
    static constexpr std::array<std::string_view, 6> kKnown = {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"};
    return std::ranges::find(kKnown, ending) == kKnown.end() ? "" : ending;
}

/// The making of all pages of one import.
class EvidencePages {
public:
    EvidencePages(Imported& into, const EvidencePagesOptions& wanted, PageStore& keep)
        : checklist(into.checklist), options(wanted), store(keep),
          maker(keep.folder(), wanted.limits, wanted.interruption) {}

    Result<void> readFolder() {
        const auto folder = listEvidence(options.folder);
        if (!folder) return tl::unexpected(folder.error());
        EvidenceMatch match = matchEvidence(checklist, folder->files);
        report.folder = oneLine(options.folder.string());
        report.leftOut = folder->leftOut;
        report.unmatched = std::move(match.unmatched);
        report.missing = std::move(match.missing);
        report.withoutFile = match.withoutFile;

        std::vector<std::uint64_t> sizes;
        for (const MatchedFile& matched : match.matched) sizes.push_back(folder->files[matched.file].bytes);
        PageCounter counter(sizes, options.progress);
        for (const MatchedFile& matched : match.matched) {
            const EvidenceFile& file = folder->files[matched.file];
            counter.beginFile(file.name);
            const size_t readBefore = report.read.size();
            if (auto done = take(file, matched, counter); !done) return done;
            counter.finishFile(report.read.size() > readBefore);
        }
        tellGone();
        return {};
    }

    // Without a folder: what the evidence had stays.
    Result<void> keepEarlier() {
        const Checklist* earlier = store.earlier();
        if (earlier == nullptr) return {};
        for (const Document& document : earlier->documents) {
            std::set<std::string> names;
            for (const Evidence& item : earlier->evidence)
                if (item.document == document.id) names.insert(nameKey(item.name));
            std::vector<size_t> items;
            for (size_t i = 0; i < checklist.evidence.size(); ++i) {
                const Evidence& item = checklist.evidence[i];
                const bool fits = item.file.empty() ? names.contains(nameKey(item.name))
                                                    : lowerCase(item.file) == lowerCase(document.name);
                if (fits && item.document == 0) items.push_back(i);
            }
            if (items.empty()) continue;
            const auto kept = takeOver(document, {document.name, document.name, "of the same evidence", items});
            if (!kept)
                report.leftOut.push_back(
                    {document.name, checklist.evidence[items.front()].name, sayWhy(kept.error()), 0});
        }
        tellGone();
        return {};
    }

    PagesReport report;

private:
    /// A document that is about to be in the snapshot.
    struct Accepted {
        std::string name;
        std::string place;
        std::string reason;
        std::vector<size_t> evidence;
    };

    // Everything for one file. Fails only where the whole import cannot go on.
    Result<void> take(const EvidenceFile& file, const MatchedFile& matched, PageCounter& counter) {
        if (!fullSince.empty()) {
            leaveOut(file, matched, "not read, as there was no room any more after " + fullSince);
            return {};
        }
        const Accepted accepted{file.name, file.place, matched.reason, matched.evidence};
        auto done = takePages(file, accepted, counter);
        if (done) return {};
        if (options.interruption.raised()) return interruptedFailure();
        if (done.error().kind == FailureKind::CannotWrite) return done;
        leaveOut(file, matched, sayWhy(done.error()));
        return {};
    }

    Result<void> takePages(const EvidenceFile& file, const Accepted& accepted, PageCounter& counter) {
        const fs::path place = store.folder() / ("file-" + std::to_string(++filesSeen));
        if (auto made = makePrivateFolder(place); !made) return made;
        const struct Removed {
            const fs::path& folder;
            ~Removed() {
                std::error_code ignored;
                fs::remove_all(folder, ignored);
            }
        } removed{place};
        if (file.bytes > options.limits.fileBytes)
            return fail(FailureKind::TooLarge, file.place,
                        "The file is larger than " + std::to_string(options.limits.fileBytes >> 20) +
                            " MB, the most that is taken.");
        const auto copied = copyIn(file.path, options.limits.fileBytes, place / ("evidence" + safeEnding(file.name)));
        if (!copied) return tl::unexpected(copied.error());
        const auto type = fileType(copied->beginning, copied->path.string());
        if (!type) return tl::unexpected(type.error());
        // What is known already needs no program.
        const auto recipe = maker.recipe(*type);
        if (!recipe) return tl::unexpected(recipe.error());
        if (const Document* known = knownDocument(copied->digest, *recipe)) return takeOver(*known, accepted);
        return makePages(*copied, *type, *recipe, accepted, counter);
    }

    Result<void> makePages(const Copied& copied, FileType type, const std::string& recipe, const Accepted& accepted,
                           PageCounter& counter) {
        const int id = static_cast<int>(checklist.documents.size()) + 1;
        const fs::path pictures = store.folder() / ("pages-" + std::to_string(filesSeen));
        const auto made = maker.make(copied.path, type, pictures, room(), counter);
        if (!made || made->full) {
            std::error_code ignored;
            fs::remove_all(pictures, ignored);
        }
        if (!made) return tl::unexpected(made.error());
        if (made->full || pageCount + made->pages.size() > limits::kPages) return noRoom(accepted);
        store.keepFolder(id, pictures);
        accept({id, accepted.name, copied.digest, static_cast<std::int64_t>(copied.bytes), recipe, made->pages},
               made->bytes, accepted, report.read, remarks(*made));
        return {};
    }

    Result<void> takeOver(const Document& earlier, const Accepted& accepted) {
        std::uint64_t bytes = 0;
        for (const DocumentPage& page : earlier.pages) {
            const auto picture = store.earlierPicture(earlier, page);
            if (!picture) return tl::unexpected(picture.error());
            bytes += storedBytes(picture->size(), page);
        }
        if (bytes > room() || pageCount + earlier.pages.size() > limits::kPages) return noRoom(accepted);
        Document document = earlier;
        document.id = static_cast<int>(checklist.documents.size()) + 1;
        document.name = accepted.name;
        store.keepEarlier(document.id, earlier.id);
        accept(std::move(document), bytes, accepted, report.takenOver, "");
        return {};
    }

    void accept(Document document, std::uint64_t bytes, const Accepted& accepted, std::vector<ReportEntry>& list,
                const std::string& remark) {
        for (const size_t i : accepted.evidence) {
            checklist.evidence[i].document = document.id;
            checklist.evidence[i].file = document.name;
        }
        std::string why = counted(document.pages.size(), "page", "pages") + "; " + accepted.reason + remark;
        if (accepted.evidence.size() > 1)
            why += "; so are " + std::to_string(accepted.evidence.size() - 1) + " more pieces of evidence";
        list.push_back({accepted.place, checklist.evidence[accepted.evidence.front()].name, std::move(why), 0});
        storedSoFar += bytes;
        pageCount += document.pages.size();
        report.pages += static_cast<int>(document.pages.size());
        checklist.documents.push_back(std::move(document));
    }

    static std::string remarks(const MadePages& made) {
        std::string out;
        if (made.madeSmaller > 0)
            out += "; " + counted(static_cast<size_t>(made.madeSmaller), "page", "pages") +
                   " with photographs stored smaller";
        if (made.textCut > 0)
            out += "; only the first 20,000 characters of " +
                   counted(static_cast<size_t>(made.textCut), "page", "pages") + " can be searched";
        if (made.withText == 0) out += "; there is no text in it that could be searched";
        return out;
    }

    Result<void> noRoom(const Accepted& accepted) {
        fullSince = accepted.place;
        return fail(FailureKind::TooLarge, accepted.place,
                    "With its pages the snapshot would be larger than the " + std::to_string(limits::kFileBytes >> 20) +
                        " MB that a wall takes; this file and those after it are left out.");
    }

    void leaveOut(const EvidenceFile& file, const MatchedFile& matched, std::string why) {
        report.leftOut.push_back({file.place, checklist.evidence[matched.evidence.front()].name, std::move(why), 0});
    }

    [[nodiscard]] const Document* knownDocument(const std::string& digest, const std::string& recipe) const {
        if (store.earlier() == nullptr) return nullptr;
        const auto& documents = store.earlier()->documents;
        const auto known = std::ranges::find_if(documents, [&](const Document& document) {
            return document.digest == digest && document.recipe == recipe;
        });
        return known == documents.end() ? nullptr : &*known;
    }

    void tellGone() {
        if (store.earlier() == nullptr) return;
        std::set<std::string> here;
        for (const Document& document : checklist.documents) here.insert(lowerCase(document.name));
        for (const Document& document : store.earlier()->documents)
            if (!here.contains(lowerCase(document.name)))
                report.gone.push_back({document.name, "", counted(document.pages.size(), "page", "pages"), 0});
    }

    [[nodiscard]] std::uint64_t room() const {
        return options.limits.allBytes - std::min(options.limits.allBytes, storedSoFar);
    }

    Checklist& checklist;
    const EvidencePagesOptions& options;
    PageStore& store;
    PageMaker maker;
    std::uint64_t storedSoFar = 0;
    size_t pageCount = 0;
    int filesSeen = 0;
    std::string fullSince; // the file that had no room; empty: there is some
};

} // namespace

Result<PictureSource> addEvidencePages(Imported& imported, const EvidencePagesOptions& options) {
    const auto store = PageStore::make();
    if (!store) return tl::unexpected(store.error());
    if (!options.earlier.empty())
        if (auto opened = (*store)->open(options.earlier, options.apart); !opened)
            return tl::unexpected(opened.error());
    EvidencePages pages(imported, options, **store);
    if (auto done = options.folder.empty() ? pages.keepEarlier() : pages.readFolder(); !done)
        return tl::unexpected(done.error());
    if (!options.folder.empty() || !pages.report.takenOver.empty() || !pages.report.gone.empty())
        imported.report.pages = std::move(pages.report);
    return
        [kept = *store](const Document& document, const DocumentPage& page) { return kept->picture(document, page); };
}

} // namespace sightline
