#pragma once

#include <string>
#include <vector>

#include "data/failure.h"
#include "data/import/office_package.h"

namespace sightline {

/// The parts of a Word document that are read, unpacked. A part that the document does not have is empty.
struct DocxPackage {
    std::string document;
    std::string relationships;
    std::string styles;
    std::string numbering;
    std::string properties;          ///< docProps/core.xml
    std::vector<std::string> unread; ///< parts that may hold text but are not read: "word/footnotes.xml"
};

/// Takes the parts out of a package of kind Word. Fails where it has no main document, and where a part is damaged or
/// over the limits.
Result<DocxPackage> openDocx(const OfficePackage& package);

} // namespace sightline
