#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/failure.h"

namespace sightline {

/// Limits on what is unpacked. They hold for what comes out of the zip, never for what it says of itself.
constexpr int kMostDocxParts = 2000;                      ///< files in the zip
constexpr size_t kLargestDocxPart = size_t{16} << 20;     ///< bytes of one part, unpacked
constexpr size_t kLargestDocxRatio = 200;                 ///< unpacked to packed bytes, from 1 MB on
constexpr size_t kSmallestRatioChecked = size_t{1} << 20; ///< text packs well; below this no harm is done

/// The parts of a Word document that are read, unpacked. A part that the document does not have is empty.
struct DocxPackage {
    std::string document;
    std::string relationships;
    std::string styles;
    std::string numbering;
    std::string properties;          ///< docProps/core.xml
    std::vector<std::string> unread; ///< parts that may hold text but are not read: "word/footnotes.xml"
};

/// Opens a .docx that is already in memory. Fails with what the file is where it is something else: damaged or foreign
/// zip, workbook, presentation, OpenDocument, a document with macros or a password, and anything over the limits.
Result<DocxPackage> openDocx(std::string_view bytes, const std::string& place);

} // namespace sightline
