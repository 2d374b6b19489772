#include "data/import/docx_package.h"

#include <array>
#include <memory>
#include <optional>
#include <set>

#include <zip.h>

#include "data/import/docx_relations.h"
#include "data/import/text.h"

namespace sightline {
namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

constexpr std::string_view kEndOfDirectory = "PK\x05\x06";
constexpr std::string_view kZip64Locator = "PK\x06\x07";
constexpr size_t kZip64LocatorSize = 20;
constexpr size_t kTail = 65'557; // the longest end record: 22 bytes and a comment

Failure damaged(const std::string& place) {
    return {
        FailureKind::Damaged, place,
        "The file is damaged: it begins like a Word document, but its zip structure is broken. Copy or save it again."};
}

Failure bomb(const std::string& place, const std::string& why) {
    return {FailureKind::TooLarge, place, "The document is refused: " + why + ", far more than a checklist needs."};
}

// libzip reads the whole directory before it can be asked how long it is. Without the 64-bit records that is at most
// 65,535 entries; with them it may be any number, and neither Word nor LibreOffice writes them for a document.
bool hasZip64Directory(std::string_view bytes) {
    const size_t from = bytes.size() > kTail ? bytes.size() - kTail : 0;
    for (size_t at = bytes.find(kEndOfDirectory, from); at != std::string_view::npos;
         at = bytes.find(kEndOfDirectory, at + 1))
        if (at >= kZip64LocatorSize && bytes.substr(at - kZip64LocatorSize, 4) == kZip64Locator) return true;
    return false;
}

class Package {
public:
    Package(Archive archive, std::string place) : archive_(std::move(archive)), place_(std::move(place)) {}

    Result<DocxPackage> read() {
        if (auto wrong = listNames()) return tl::unexpected(std::move(*wrong));
        if (auto wrong = wrongKind()) return tl::unexpected(std::move(*wrong));
        DocxPackage out;
        const auto root = part("_rels/.rels");
        if (!root) return tl::unexpected(root.error());
        const auto relations = readRelations(*root, place_, "_rels/.rels");
        if (!relations) return tl::unexpected(relations.error());
        const std::string main = partName("", relations->targetOfType("/officeDocument"));
        if (main.empty() || !names_.contains(lowerCase(main))) return tl::unexpected(notWord());
        if (auto done = readMain(main, out); !done) return tl::unexpected(done.error());
        auto properties = part("docProps/core.xml");
        if (!properties) return tl::unexpected(properties.error());
        out.properties = std::move(*properties);
        listUnread(out);
        return out;
    }

private:
    std::optional<Failure> listNames() {
        const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
        if (count > kMostDocxParts) return bomb(place_, "it holds " + std::to_string(count) + " files");
        for (zip_int64_t i = 0; i < count; ++i) {
            const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
            if (name == nullptr) return damaged(place_);
            const std::string lower = lowerCase(name);
            // Two readers could see two different documents in it.
            if (!names_.insert(lower).second)
                return Failure{FailureKind::Damaged, place_,
                               "The document is refused: it holds two parts of the same name."};
        }
        return std::nullopt;
    }

    std::optional<Failure> wrongKind() {
        for (const std::string& name : names_)
            if (name.ends_with("vbaproject.bin")) return macros();
        const auto types = part("[Content_Types].xml");
        if (!types) return types.error();
        if (lowerCase(*types).find("macroenabled") != std::string::npos) return macros();
        if (types->empty() || !names_.contains("_rels/.rels")) return notWord();
        if (names_.contains("xl/workbook.xml") || names_.contains("ppt/presentation.xml")) return notWord();
        return std::nullopt;
    }

    [[nodiscard]] Failure macros() const {
        return {FailureKind::Foreign, place_,
                "The document carries macros, which are not taken. In Word, save it as \u201CWord Document "
                "(.docx)\u201D and import that."};
    }

    [[nodiscard]] Failure notWord() const {
        const char* what = "The file is a zip archive, but not a Word document.";
        if (names_.contains("xl/workbook.xml"))
            what = "The file is an Excel workbook, not a Word document; import the checklist's .docx, or save its "
                   "sheets as a folder of CSV files.";
        if (names_.contains("ppt/presentation.xml"))
            what = "The file is a PowerPoint presentation, not a Word document.";
        if (names_.contains("mimetype") && names_.contains("content.xml"))
            what = "The file is an OpenDocument file; save it as a Word document (.docx) and import that.";
        return {FailureKind::Foreign, place_, what};
    }

    Result<void> readMain(const std::string& main, DocxPackage& out) {
        const size_t slash = main.rfind('/');
        const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
        const std::string relationsName = folder + "_rels/" + main.substr(folder.size()) + ".rels";
        auto document = part(main);
        if (!document) return tl::unexpected(document.error());
        auto relationships = part(relationsName);
        if (!relationships) return tl::unexpected(relationships.error());
        const auto relations = readRelations(*relationships, place_, relationsName);
        if (!relations) return tl::unexpected(relations.error());
        auto styles = part(partName(folder, relations->targetOfType("/styles")));
        if (!styles) return tl::unexpected(styles.error());
        auto numbering = part(partName(folder, relations->targetOfType("/numbering")));
        if (!numbering) return tl::unexpected(numbering.error());
        out.document = std::move(*document);
        out.relationships = std::move(*relationships);
        out.styles = std::move(*styles);
        out.numbering = std::move(*numbering);
        return {};
    }

    // A target is relative to the folder of its part, or begins at the root. Nothing climbs.
    static std::string partName(const std::string& folder, const std::string& target) {
        if (target.empty() || target.find("..") != std::string::npos) return {};
        return target.front() == '/' ? target.substr(1) : folder + target;
    }

    void listUnread(DocxPackage& out) const {
        for (const std::string& name : names_) {
            if (!name.ends_with(".xml")) continue;
            const std::string file = name.substr(name.rfind('/') + 1);
            for (const char* kind : {"footnotes", "endnotes", "comments.", "header", "footer"})
                if (file.starts_with(kind)) out.unread.push_back(name);
        }
    }

    // One part, unpacked; empty where there is none of that name.
    Result<std::string> part(const std::string& name) {
        const zip_int64_t index = name.empty() ? -1 : zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
        if (index < 0) return std::string();
        const auto at = static_cast<zip_uint64_t>(index);
        zip_stat_t stat{};
        if (zip_stat_index(archive_.get(), at, 0, &stat) != 0) return tl::unexpected(damaged(place_));
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return fail(FailureKind::Foreign, place_,
                        "The document is protected by a password; save it without one and import that.");
        const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), at, 0));
        if (!file) return tl::unexpected(damaged(place_));
        const size_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? static_cast<size_t>(stat.comp_size) : 0;
        return unpack(*file, packed, name);
    }

    [[nodiscard]] Result<std::string> unpack(zip_file_t& file, size_t packed, const std::string& name) const {
        std::string out;
        std::array<char, 65536> block{};
        for (;;) {
            const zip_int64_t got = zip_fread(&file, block.data(), block.size());
            if (got < 0) return tl::unexpected(damaged(place_));
            if (got == 0) return out;
            out.append(block.data(), static_cast<size_t>(got));
            if (out.size() > kLargestDocxPart)
                return tl::unexpected(bomb(place_, "its part " + oneLine(name) + " unpacks to more than " +
                                                       std::to_string(kLargestDocxPart >> 20) + " MB"));
            if (out.size() > kSmallestRatioChecked && out.size() / kLargestDocxRatio > packed)
                return tl::unexpected(bomb(place_, "its part " + oneLine(name) + " unpacks to more than " +
                                                       std::to_string(kLargestDocxRatio) + " times its size"));
        }
    }

    Archive archive_;
    std::string place_;
    std::set<std::string> names_; // in lower case, as parts are named without regard to it
};

} // namespace

Result<DocxPackage> openDocx(std::string_view bytes, const std::string& place) {
    if (hasZip64Directory(bytes))
        return fail(FailureKind::Foreign, place,
                    "The document is packed in a way that Word does not use; open it in Word and save it again.");
    zip_error_t error{};
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return tl::unexpected(damaged(place));
    Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (!archive) {
        zip_source_free(source);
        return tl::unexpected(damaged(place));
    }
    return Package(std::move(archive), place).read();
}

} // namespace sightline
