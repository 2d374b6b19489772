#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "data/failure.h"
#include "data/model.h"

namespace sightline {

/// Gives the picture of a page as the bytes of a PNG. On one thread at a time.
using PictureSource = std::function<Result<std::string>(const Document& document, const DocumentPage& page)>;

/// For checklists without documents: has none, and says so.
PictureSource noPictures();

/// Out of the private copy of a verified snapshot. The file is opened with the first picture, and must not change while
/// the source lives.
PictureSource picturesOf(std::filesystem::path copy);

/// The same, with the file opened now: it may be renamed, replaced or removed from then on, as a last good copy is when
/// another snapshot arrives. Failure: it cannot be opened.
Result<PictureSource> openPictures(const std::filesystem::path& copy);

/// The same as picturesOf from the private copy of a council's own database, beside which a write-ahead log may lie.
PictureSource picturesOfDatabase(std::filesystem::path copy);

/// What is wrong with a page's picture, one sentence; nothing: it is what a snapshot may hold. A PNG of 8 bits a sample
/// that is not interlaced, of the page's width, height and digest, at most limits::kPictureBytes long. Only its header
/// is read: no pixel is decoded.
std::optional<std::string> pictureProblem(std::string_view png, const DocumentPage& page);

} // namespace sightline
