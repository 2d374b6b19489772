#include "data/import/evidence/page_maker.h"

#include <cerrno>

#include <fcntl.h>

#include "data/digest.h"
#include "data/file.h"
#include "data/import/evidence/page_png.h"
#include "data/import/evidence/picture_decode.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* kRecipe = "pages 1"; // changes whenever the same file would give other pages
constexpr std::uint64_t kRowBytes = 5'000; // of a page beside picture and text, SQLite's last page included

constexpr ProcessLimits kDecodeLimits{
    .time = std::chrono::seconds(60), .processorTime = std::chrono::seconds(60), .memory = std::uint64_t{2} << 30};

Result<void> writePicture(const fs::path& path, std::string_view bytes) {
    OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen()) return systemFailure(FailureKind::CannotWrite, path.string(), errno);
    if (auto written = writeAll(file, bytes, path.string()); !written) return written;
    if (!file.close()) return systemFailure(FailureKind::CannotWrite, path.string(), errno);
    return {};
}

const char* decodeSentence(const Ended& ended) {
    if (ended.how == Ending::TimedOut) return "The picture takes more than a minute to read.";
    if (ended.code == kPictureTooLarge)
        return "The picture has too many pixels; save it with at most 10,000 on its longer side.";
    return "The picture is damaged, or cut short.";
}

} // namespace

std::uint64_t storedBytes(std::uint64_t picture, const DocumentPage& page) {
    return picture + page.text.size() + kRowBytes;
}

PageMaker::PageMaker(fs::path work, const PageLimits& limits, Interruption interruption)
    : folder(std::move(work)), most(limits), stop(interruption) {}

Result<std::string> PageMaker::recipe(FileType type) {
    std::string recipe = std::string(kRecipe) + ", " + std::to_string(most.side) + " px";
    if (type == FileType::Png || type == FileType::Jpeg) return recipe;
    if (!poppler) poppler = installedPoppler(folder, stop);
    if (!*poppler)
        return fail(FailureKind::Missing, "",
                    "Pages of a PDF need Poppler's programs; install the Debian package poppler-utils.");
    recipe += ", poppler " + (*poppler)->version;
    if (type == FileType::Pdf) return recipe;
    if (!office) office = installedOffice(folder, stop);
    if (!*office)
        return fail(
            FailureKind::Missing, "",
            "Pages of an Office file need LibreOffice, which is not installed; save the file as PDF, or install "
            "the Debian packages libreoffice-writer-nogui, libreoffice-calc-nogui and libreoffice-impress-nogui.");
    return recipe + ", LibreOffice " + (*office)->version;
}

Result<MadePages> PageMaker::make(const fs::path& file, FileType type, const fs::path& pictures, std::uint64_t room,
                                  PageCounter& counter) {
    if (auto known = recipe(type); !known) return tl::unexpected(known.error());
    std::error_code error;
    fs::create_directory(pictures, error);
    if (error) return systemFailure(FailureKind::CannotWrite, pictures.string(), error.value());
    if (type == FileType::Pdf) return makePdf(file, pictures, room, counter);
    if (type != FileType::Office) return makePicture(file, type, pictures, room, counter);
    return officePdf(**office, file, stop).and_then([&](const fs::path& pdf) {
        return makePdf(pdf, pictures, room, counter);
    });
}

Result<MadePages> PageMaker::makePdf(const fs::path& file, const fs::path& pictures, std::uint64_t room,
                                     PageCounter& counter) {
    const auto end = Clock::now() + most.time;
    const PdfPages pdf(**poppler, file, stop);
    const auto count = pdf.count();
    if (!count) return tl::unexpected(count.error());
    if (*count > most.pages)
        return fail(FailureKind::TooLarge, "",
                    "It has " + std::to_string(*count) + " pages, and at most " + std::to_string(most.pages) +
                        " are taken; save the pages that matter as a PDF of their own.");
    counter.knowPages(*count);
    const std::vector<PageText> texts = pdf.texts(*count);
    MadePages made;
    for (int number = 1; number <= *count; ++number) {
        if (Clock::now() > end)
            return fail(FailureKind::TooLarge, "",
                        "Its pages take more than " + std::to_string(most.time.count()) + " minutes to draw.");
        const auto raster = pdf.draw(number, most.side);
        if (!raster) return tl::unexpected(raster.error());
        if (auto added = addPage(made, *raster, texts[static_cast<size_t>(number) - 1], pictures, room); !added)
            return tl::unexpected(added.error());
        if (made.full) break;
        counter.finishPage();
    }
    return made;
}

Result<MadePages> PageMaker::makePicture(const fs::path& file, FileType type, const fs::path& pictures,
                                         std::uint64_t room, PageCounter& counter) {
    counter.knowPages(1);
    const fs::path drawn = file.parent_path() / "picture.ppm";
    const auto decode = type == FileType::Png ? decodePng : decodeJpeg;
    const Ended ended =
        runLimited({{}, [&] { return decode(file, most.side, drawn); }, file.parent_path(), kDecodeLimits, stop});
    if (ended.how == Ending::Interrupted) return interruptedFailure();
    const auto raster = ended.fine() ? readPpm(drawn) : fail(FailureKind::Damaged, "", decodeSentence(ended));
    if (!raster) return fail(FailureKind::Damaged, "", decodeSentence(ended));
    MadePages made;
    if (auto added = addPage(made, *raster, {}, pictures, room); !added) return tl::unexpected(added.error());
    counter.finishPage();
    return made;
}

Result<void> PageMaker::addPage(MadePages& made, const Raster& raster, const PageText& text, const fs::path& pictures,
                                std::uint64_t room) const {
    const auto png = pagePng(raster);
    if (!png) return tl::unexpected(png.error());
    Blake2b<32> hash;
    hash.add(png->bytes);
    DocumentPage page{static_cast<int>(made.pages.size()) + 1, png->width, png->height, hexadecimal(hash.finish()),
                      text.text};
    made.bytes += storedBytes(png->bytes.size(), page);
    made.full = made.bytes > room;
    if (made.full) return {};
    made.madeSmaller += png->madeSmaller ? 1 : 0;
    made.textCut += text.cut ? 1 : 0;
    made.withText += text.text.empty() ? 0 : 1;
    const fs::path path = pictures / (std::to_string(page.number) + ".png");
    made.pages.push_back(std::move(page));
    return writePicture(path, png->bytes);
}

} // namespace sightline
