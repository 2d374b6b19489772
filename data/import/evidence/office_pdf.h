#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "data/failure.h"
#include "data/limited/limited_process.h"

namespace sightline {

/// LibreOffice, which makes a PDF of an Office file.
struct OfficeTool {
    std::filesystem::path program;
    std::string version; ///< "7.4.7.2"
};

/// Where it is installed; nothing where it is not.
std::optional<OfficeTool> installedOffice(const std::filesystem::path& work, Interruption interruption);

/// Converts an Office file (.docx, .xlsx, .pptx, .odt, .ods, .odp) that lies in a private folder of its own; gives the
/// PDF in the same folder. In a limited child process, with a fresh profile in that folder in which macros are off. A
/// failure has no place; Internal means that the run was interrupted.
Result<std::filesystem::path> officePdf(const OfficeTool& tool, const std::filesystem::path& file,
                                        Interruption interruption);

} // namespace sightline
