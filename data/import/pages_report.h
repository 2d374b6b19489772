#pragma once

#include <string>
#include <vector>

#include "data/import/report_entry.h"

namespace sightline {

/// What became of the pages of evidence. Places are files below the folder; texts are names of evidence.
struct PagesReport {
    std::string folder; ///< as it was given; empty: none was, and pages were kept from the snapshot that was there
    std::vector<ReportEntry> read;      ///< documents whose pages were made, and why they are this evidence
    std::vector<ReportEntry> takenOver; ///< documents whose pages came from the earlier snapshot
    std::vector<ReportEntry> leftOut;   ///< files that could not be taken, and why
    std::vector<ReportEntry> unmatched; ///< files that are no evidence's
    std::vector<ReportEntry> missing;   ///< evidence that names a file which is not there
    std::vector<ReportEntry> gone;      ///< documents of the earlier snapshot that are not in this one
    int pages = 0;                      ///< in the snapshot
    int withoutFile = 0;                ///< pieces of evidence that name no file and have no pages

    /// For standard output; ends in a line feed. Empty where there is nothing to say.
    [[nodiscard]] std::string text() const;

    bool operator==(const PagesReport&) const = default;
};

} // namespace sightline
