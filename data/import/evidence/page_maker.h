#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "data/failure.h"
#include "data/import/evidence/file_type.h"
#include "data/import/evidence/office_pdf.h"
#include "data/import/evidence/page_progress.h"
#include "data/import/evidence/page_text.h"
#include "data/import/evidence/pdf_pages.h"
#include "data/limited/limited_process.h"
#include "data/model.h"

namespace sightline {

/// How much may be made of a folder of evidence.
struct PageLimits {
    int side = 2'200; ///< longer side of a page's picture, pixels: sharp on a 4K wall, fitted and enlarged
    int pages = 500;  ///< of one document
    std::uint64_t fileBytes = std::uint64_t{256} << 20; ///< of one file
    std::chrono::minutes time{10};                      ///< for one document
    std::uint64_t allBytes = std::uint64_t{244} << 20;  ///< pictures and text of all documents; the rest has room
};

/// What making pages of one file gave.
struct MadePages {
    std::vector<DocumentPage> pages;
    std::uint64_t bytes = 0; ///< of pictures and text, as the snapshot stores them
    int madeSmaller = 0;     ///< pages with photographs that were stored smaller
    int textCut = 0;         ///< pages with more text than is kept
    int withText = 0;
    bool full = false; ///< there was no room for all of them; `pages` is of no use then
};

/// Bytes that a page takes in a snapshot, row and all.
std::uint64_t storedBytes(std::uint64_t picture, const DocumentPage& page);

/// Makes pages of files, one after the other. Programs are looked for when they are first needed.
class PageMaker {
public:
    /// `work`: a private folder.
    PageMaker(std::filesystem::path work, const PageLimits& limits, Interruption interruption);

    /// How pages of such a file are made here: the same recipe gives the same pages. A failure (without a place) says
    /// which program is missing, and what to do.
    Result<std::string> recipe(FileType type);

    /// Makes the pages of `file`, which lies in a private folder of its own. Pictures go to `pictures` as "1.png" and
    /// so on, no more than `room` bytes of them. Failures have no place.
    Result<MadePages> make(const std::filesystem::path& file, FileType type, const std::filesystem::path& pictures,
                           std::uint64_t room, PageCounter& counter);

private:
    Result<MadePages> makePdf(const std::filesystem::path& file, const std::filesystem::path& pictures,
                              std::uint64_t room, PageCounter& counter);
    Result<MadePages> makePicture(const std::filesystem::path& file, FileType type,
                                  const std::filesystem::path& pictures, std::uint64_t room, PageCounter& counter);
    Result<void> addPage(MadePages& made, const Raster& raster, const PageText& text,
                         const std::filesystem::path& pictures, std::uint64_t room) const;

    std::filesystem::path folder;
    PageLimits most;
    Interruption stop;
    std::optional<std::optional<PopplerTools>> poppler; // outer: looked for; inner: found
    std::optional<std::optional<OfficeTool>> office;
};

} // namespace sightline
