#include "data/import/evidence/file_type.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

#include <zip.h>

#include "data/import/text.h"

namespace sightline {
namespace {

constexpr zip_int64_t kMostParts = 20'000;

struct Magic {
    std::string_view bytes;
    size_t at;
    const char* sentence;
};

using namespace std::string_view_literals;

// What is often among evidence and has no pages that can be shown.
constexpr std::array<Magic, 16> kOthers = {{
    {"GIF8"sv, 0, "This is a GIF picture; save it as PNG."},
    {"BM"sv, 0, "This is a bitmap (.bmp); save it as PNG."},
    {"II*\0"sv, 0, "This is a TIFF picture; save it as PDF or PNG."},
    {"MM\0*"sv, 0, "This is a TIFF picture; save it as PDF or PNG."},
    {"WEBP"sv, 8, "This is a WebP picture; save it as PNG."},
    {"ftypheic"sv, 4, "This is a HEIC photograph; save it as JPEG."},
    {"ftypmif1"sv, 4, "This is a HEIC photograph; save it as JPEG."},
    {"ftyp"sv, 4, "This is a film or a sound; only pages are shown."},
    {"RIFF"sv, 0, "This is a film or a sound; only pages are shown."},
    {"ID3"sv, 0, "This is a sound; only pages are shown."},
    {"{\\rtf"sv, 0, "This is rich text (.rtf); save it as PDF."},
    {"%!PS"sv, 0, "This is PostScript; save it as PDF."},
    {"SQLite format 3"sv, 0, "This is a database; only pages are shown."},
    {"MZ"sv, 0, "This is a program, not a document."},
    {"\x7f"
     "ELF"sv,
     0, "This is a program, not a document."},
    {"Rar!"sv, 0, "This is an archive; unpack it into the folder."},
}};

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

// The names of the parts that tell an Office file from any other archive.
Result<FileType> inArchive(const std::string& path) {
    int error = 0;
    const std::unique_ptr<zip_t, CloseArchive> archive(zip_open(path.c_str(), ZIP_RDONLY, &error));
    if (!archive)
        return fail(FailureKind::Damaged, "", "The file is damaged: it begins like an Office file, and ends too soon.");
    const zip_int64_t parts = zip_get_num_entries(archive.get(), 0);
    if (parts > kMostParts) return fail(FailureKind::TooLarge, "", "The file has more parts than any document.");
    bool document = false;
    for (zip_int64_t i = 0; i < parts; ++i) {
        const char* raw = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        const std::string name = lowerCase(raw == nullptr ? "" : raw);
        if (name.ends_with("vbaproject.bin") || name.starts_with("basic/") || name.starts_with("scripts/"))
            return fail(FailureKind::Foreign, "",
                        "The file holds macros, which are not taken; save it without them, or as PDF.");
        document = document || name == "word/document.xml" || name == "xl/workbook.xml" ||
                   name == "ppt/presentation.xml" || name == "content.xml";
    }
    if (document) return FileType::Office;
    return fail(FailureKind::Foreign, "",
                "This is an archive (.zip) or a kind of document that is not known; unpack it into the folder, or save "
                "it as PDF.");
}

std::string utf16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) {
        out += c;
        out += '\0';
    }
    return out;
}

std::string oldOffice(std::string_view beginning) {
    if (beginning.find(utf16("EncryptedPackage")) != std::string_view::npos)
        return "The file is protected by a password; save it without one.";
    return "This is an Office file of the old kind (.doc, .xls, .ppt), a mail, or a file with a password; save it as "
           "PDF.";
}

} // namespace

Result<FileType> fileType(std::string_view beginning, const std::string& path) {
    if (beginning.empty()) return fail(FailureKind::BadContent, "", "The file is empty.");
    // Readers of PDF look for its mark in the first 1,024 bytes (PDF 1.7, implementation note 13).
    if (beginning.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileType::Pdf;
    if (beginning.starts_with("\x89PNG\r\n\x1a\n")) return FileType::Png;
    if (beginning.starts_with("\xff\xd8\xff")) return FileType::Jpeg;
    if (beginning.starts_with("PK\x03\x04")) return inArchive(path);
    if (beginning.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return fail(FailureKind::Foreign, "", oldOffice(beginning));
    for (const Magic& other : kOthers)
        if (beginning.size() > other.at && beginning.substr(other.at).starts_with(other.bytes))
            return fail(FailureKind::Foreign, "", other.sentence);
    // A character may be cut at the end of the beginning.
    if (beginning.find('\0') == std::string_view::npos &&
        invalidUtf8(beginning).value_or(kTellingBytes) + 4 >= beginning.size())
        return fail(FailureKind::Foreign, "", "This is plain text or a web page; save it as PDF.");
    return fail(FailureKind::Foreign, "", "This kind of file is not known; save it as PDF.");
}

} // namespace sightline
