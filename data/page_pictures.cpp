#include "data/page_pictures.h"

#include <cstdint>
#include <memory>

#include "data/digest.h"
#include "data/hardening.h"
#include "data/limits.h"
#include "data/sqlite.h"

namespace sightline {
namespace {

// The signature and the first chunk, which is always the header (PNG specification, sections 5.2 and 11.2.2).
constexpr std::string_view kStart("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16);
constexpr size_t kHeaderEnd = 33;
constexpr size_t kWidthAt = 16;
constexpr size_t kHeightAt = 20;
constexpr size_t kDepthAt = 24;
constexpr size_t kColourAt = 25;
constexpr size_t kInterlaceAt = 28;
constexpr int kGreyWithAlpha = 4;
constexpr int kColourWithAlpha = 6;

std::int64_t number(std::string_view png, size_t at) {
    std::int64_t value = 0;
    for (size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(png[at + i]);
    return value;
}

/// The open file, from the first picture on.
class Opened {
public:
    using Open = Result<Database> (*)(const std::filesystem::path& file, const std::string& place);
    Opened(std::filesystem::path copy, Open how) : file(std::move(copy)), openFile(how) {}

    Result<std::string> picture(int document, int page) {
        if (!database)
            if (auto opened = open(); !opened) return tl::unexpected(opened.error());
        auto query = Query::prepare(*database, "SELECT picture FROM page WHERE document = ? AND number = ?");
        if (!query) return tl::unexpected(query.error());
        query->bind(std::int64_t{document});
        query->bind(std::int64_t{page});
        const auto row = query->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return fail(FailureKind::Missing, file.string(), "The page is not in the snapshot.");
        return std::string(query->bytes(0));
    }

    Result<void> open() {
        auto opened = openFile(file, file.string());
        if (!opened) return tl::unexpected(opened.error());
        if (auto hard = harden(*opened, SchemaKind::AnyTables); !hard) return hard;
        allowOnly(*opened, Access::ReadTables);
        database = std::move(*opened);
        return {};
    }

private:
    std::filesystem::path file;
    Open openFile;
    std::optional<Database> database;
};

PictureSource from(std::shared_ptr<Opened> opened) {
    return [opened = std::move(opened)](const Document& document, const DocumentPage& page) {
        return opened->picture(document.id, page.number);
    };
}

PictureSource from(std::filesystem::path copy, Opened::Open how) {
    return from(std::make_shared<Opened>(std::move(copy), how));
}

} // namespace

PictureSource noPictures() {
    return [](const Document& document, const DocumentPage&) -> Result<std::string> {
        return fail(FailureKind::Missing, document.name, "There are no pictures of its pages.");
    };
}

PictureSource picturesOf(std::filesystem::path copy) { return from(std::move(copy), Database::openImmutable); }

Result<PictureSource> openPictures(const std::filesystem::path& copy) {
    auto opened = std::make_shared<Opened>(copy, Database::openImmutable);
    if (auto open = opened->open(); !open) return tl::unexpected(open.error());
    return from(std::move(opened));
}

PictureSource picturesOfDatabase(std::filesystem::path copy) { return from(std::move(copy), Database::openReadOnly); }

std::optional<std::string> pictureProblem(std::string_view png, const DocumentPage& page) {
    if (png.size() > limits::kPictureBytes) return "The picture is larger than 8 MiB.";
    if (png.size() < kHeaderEnd || !png.starts_with(kStart)) return "This is not a PNG picture.";
    const auto at = [&png](size_t offset) { return static_cast<unsigned char>(png[offset]); };
    if (number(png, kWidthAt) != page.width || number(png, kHeightAt) != page.height)
        return "The picture has another size than its row says.";
    if (at(kDepthAt) != 8) return "The picture has other than 8 bits a sample.";
    if (at(kColourAt) == kGreyWithAlpha || at(kColourAt) == kColourWithAlpha) return "The picture is transparent.";
    if (at(kInterlaceAt) != 0) return "The picture is interlaced.";
    Blake2b<32> hash;
    hash.add(png);
    if (hexadecimal(hash.finish()) != page.digest) return "The picture does not have the digest of its row.";
    return std::nullopt;
}

} // namespace sightline
