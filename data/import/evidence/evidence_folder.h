#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "data/failure.h"
#include "data/import/report_entry.h"

namespace sightline {

/// A file of the folder of evidence.
struct EvidenceFile {
    std::filesystem::path path;
    std::string name;  ///< without folders, plain text
    std::string place; ///< below the folder: "2024/letter.pdf"
    std::uint64_t bytes = 0;
};

/// What a folder of evidence holds.
struct EvidenceFolder {
    std::vector<EvidenceFile> files;  ///< in the order of their places
    std::vector<ReportEntry> leftOut; ///< links, pipes, folders that cannot be read
};

/// Lists the regular files of a folder and the folders below it. Hidden files (their name begins with a dot) and what
/// Office and Windows leave behind (~$letter.docx, Thumbs.db, desktop.ini) are not files of evidence. Links are not
/// followed. Nothing is opened. Fails where the folder is not one, cannot be read, or holds more than 10,000 files.
Result<EvidenceFolder> listEvidence(const std::filesystem::path& folder);

} // namespace sightline
