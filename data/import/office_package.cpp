#include "data/import/office_package.h"

#include <array>
#include <cstdint>

#include <zip.h>

#include "data/import/text.h"

namespace sightline {
namespace {

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

constexpr std::string_view kEndOfDirectory = "PK\x05\x06";
constexpr std::string_view kZip64Locator = "PK\x06\x07";
constexpr size_t kZip64LocatorSize = 20;
constexpr size_t kEndSize = 22;
constexpr size_t kLargestDirectory = size_t{1} << 20; // bytes; an entry of a document takes about a hundred
constexpr size_t kTail = 65'557;                      // the longest end record: 22 bytes and a comment
constexpr std::string_view kOpenSpreadsheet = "application/vnd.oasis.opendocument.spreadsheet";

Failure damaged(const std::string& place) {
    return {FailureKind::Damaged, place,
            "The file is damaged: it begins like a document of Word or Excel, but its zip structure is broken. Copy or "
            "save it again."};
}

Failure bomb(const std::string& place, const std::string& why) {
    return {FailureKind::TooLarge, place, "The document is refused: " + why + ", far more than a checklist needs."};
}

Failure macros(const std::string& place, bool excel) {
    return {FailureKind::Foreign, place,
            excel ? "The workbook carries macros, which are not taken. In Excel, save it as \u201CExcel Workbook "
                    "(.xlsx)\u201D and import that."
                  : "The document carries macros, which are not taken. In Word, save it as \u201CWord Document "
                    "(.docx)\u201D and import that."};
}

Failure packedOtherwise(const std::string& place) {
    return {FailureKind::Foreign, place,
            "The document is packed in a way that Word and Excel do not use; open it there and save it again."};
}

Failure locked(const std::string& place) {
    return {FailureKind::Foreign, place,
            "The document is protected by a password; save it without one and import that."};
}

// A number of so many bytes, least significant first.
size_t numberAt(std::string_view bytes, size_t at, size_t length) {
    size_t number = 0;
    for (size_t i = length; i > 0; --i) number = number << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    return number;
}

// libzip reads the whole directory before it can be asked how long it is, and goes by its bytes where its number of
// entries lies. So what the end record says comes first (APPNOTE.TXT 4.3.16). The 64-bit records, with which there may
// be any number of entries, are written neither by Office nor by LibreOffice for a document.
Result<void> checkDirectory(std::string_view bytes, const std::string& place) {
    const size_t from = bytes.size() > kTail ? bytes.size() - kTail : 0;
    for (size_t at = bytes.find(kEndOfDirectory, from); at != std::string_view::npos && at + kEndSize <= bytes.size();
         at = bytes.find(kEndOfDirectory, at + 1)) {
        if (at >= kZip64LocatorSize && bytes.substr(at - kZip64LocatorSize, 4) == kZip64Locator)
            return tl::unexpected(packedOtherwise(place));
        const size_t entries = numberAt(bytes, at + 10, 2);
        if (entries > kMostOfficeParts)
            return tl::unexpected(bomb(place, "it holds " + std::to_string(entries) + " files"));
        if (numberAt(bytes, at + 12, 4) > kLargestDirectory)
            return tl::unexpected(bomb(place, "the list of its files takes more than " +
                                                  std::to_string(kLargestDirectory >> 20) + " MB"));
    }
    return {};
}

Result<std::string> unpack(zip_file_t& file, size_t packed, const std::string& place, const std::string& name) {
    std::string out;
    std::array<char, 65536> block{};
    for (;;) {
        const zip_int64_t got = zip_fread(&file, block.data(), block.size());
        if (got < 0) return tl::unexpected(damaged(place));
        if (got == 0) return out;
        out.append(block.data(), static_cast<size_t>(got));
        if (out.size() > kLargestOfficePart)
            return tl::unexpected(bomb(place, "its part " + oneLine(name) + " unpacks to more than " +
                                                  std::to_string(kLargestOfficePart >> 20) + " MB"));
        if (out.size() > kSmallestRatioChecked && out.size() / kLargestOfficeRatio > packed)
            return tl::unexpected(bomb(place, "its part " + oneLine(name) + " unpacks to more than " +
                                                  std::to_string(kLargestOfficeRatio) + " times its size"));
    }
}

} // namespace

void OfficePackage::Discard::operator()(struct zip* archive) const { zip_discard(archive); }

Result<OfficePackage> OfficePackage::open(std::string_view bytes, const std::string& place) {
    if (auto done = checkDirectory(bytes, place); !done) return tl::unexpected(done.error());
    zip_error_t error{};
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return tl::unexpected(damaged(place));
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        zip_source_free(source);
        return tl::unexpected(damaged(place));
    }
    OfficePackage package(archive, place);
    if (auto done = package.listNames(bytes.size()); !done) return tl::unexpected(done.error());
    if (auto done = package.findKind(); !done) return tl::unexpected(done.error());
    return package;
}

bool OfficePackage::has(const std::string& name) const { return !name.empty() && names_.contains(lowerCase(name)); }

Result<void> OfficePackage::listNames(size_t bytes) {
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    zip_uint64_t packed = 0;
    if (count > zip_int64_t{kMostOfficeParts})
        return tl::unexpected(bomb(place_, "it holds " + std::to_string(count) + " files"));
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
        if (name == nullptr) return tl::unexpected(damaged(place_));
        // Two readers could see two different documents in it.
        if (!names_.insert(lowerCase(name)).second)
            return fail(FailureKind::Damaged, place_, "The document is refused: it holds two parts of the same name.");
        // What is listed twice unpacks twice: of a few bytes an archive makes as much as it likes.
        zip_stat_t stat{};
        if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0)
            return tl::unexpected(damaged(place_));
        if ((stat.valid & ZIP_STAT_COMP_SIZE) == 0 || stat.comp_size > bytes - packed)
            return fail(FailureKind::Damaged, place_,
                        "The document is refused: its files are said to be larger than the whole document.");
        packed += stat.comp_size;
    }
    return {};
}

Result<void> OfficePackage::findKind() {
    const bool excel = names_.contains("xl/workbook.xml");
    for (const std::string& name : names_)
        if (name.ends_with("vbaproject.bin")) return tl::unexpected(macros(place_, excel));
    const auto types = part("[Content_Types].xml");
    if (!types) return tl::unexpected(types.error());
    if (lowerCase(*types).find("macroenabled") != std::string::npos) return tl::unexpected(macros(place_, excel));
    if (const auto open = isLockedOpenDocument(); !open || *open)
        return tl::unexpected(open ? locked(place_) : open.error());
    if (names_.contains("content.xml")) {
        const auto type = part("mimetype");
        if (!type) return tl::unexpected(type.error());
        kind_ = OfficeKind::OpenSpreadsheet;
        if (!oneLine(*type).starts_with(kOpenSpreadsheet)) return tl::unexpected(foreign());
        return {};
    }
    if (types->empty() || !names_.contains("_rels/.rels") || names_.contains("ppt/presentation.xml"))
        return tl::unexpected(foreign());
    kind_ = excel ? OfficeKind::Excel : OfficeKind::Word;
    return {};
}

// LibreOffice encrypts the parts and says so in the manifest, or puts the whole document into one part.
Result<bool> OfficePackage::isLockedOpenDocument() const {
    if (names_.contains("encrypted-package")) return true;
    const auto manifest = part("META-INF/manifest.xml");
    if (!manifest) return tl::unexpected(manifest.error());
    return manifest->find("encryption-data") != std::string::npos;
}

Failure OfficePackage::foreign() const {
    const char* what = "The file is a zip archive, but not a Word document (.docx) or a register (.xlsx, .ods).";
    if (names_.contains("ppt/presentation.xml")) what = "The file is a PowerPoint presentation, not a Word document.";
    if (names_.contains("xl/workbook.bin"))
        what = "The file is a binary Excel workbook (.xlsb); save it as \u201CExcel Workbook (.xlsx)\u201D and import "
               "that.";
    if (names_.contains("content.xml"))
        what = "The file is an OpenDocument file, but not a spreadsheet; save a checklist as a Word document (.docx) "
               "and import that.";
    return {FailureKind::Foreign, place_, what};
}

Result<std::string> OfficePackage::part(const std::string& name) const {
    const zip_int64_t index = name.empty() ? -1 : zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return std::string();
    const auto at = static_cast<zip_uint64_t>(index);
    zip_stat_t stat{};
    if (zip_stat_index(archive_.get(), at, 0, &stat) != 0) return tl::unexpected(damaged(place_));
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return tl::unexpected(locked(place_));
    // Other ways of packing unpack a thousand times as much, or take the memory that the file asks for.
    if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 && stat.comp_method != ZIP_CM_STORE &&
        stat.comp_method != ZIP_CM_DEFLATE)
        return tl::unexpected(packedOtherwise(place_));
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), at, 0));
    if (!file) return tl::unexpected(damaged(place_));
    const size_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? static_cast<size_t>(stat.comp_size) : 0;
    return unpack(*file, packed, place_, name);
}

std::string officePartName(const std::string& folder, const std::string& target) {
    if (target.empty() || target.find("..") != std::string::npos) return {};
    return target.front() == '/' ? target.substr(1) : folder + target;
}

std::string relationsPartOf(const std::string& part) {
    const size_t slash = part.rfind('/');
    const size_t folder = slash == std::string::npos ? 0 : slash + 1;
    return part.substr(0, folder) + "_rels/" + part.substr(folder) + ".rels";
}

} // namespace sightline
