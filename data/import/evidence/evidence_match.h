#pragma once

#include <string>
#include <vector>

#include "data/import/evidence/evidence_folder.h"
#include "data/import/report_entry.h"
#include "data/model.h"

namespace sightline {

/// A file, and the evidence that it is.
struct MatchedFile {
    size_t file = 0;              ///< index into EvidenceFolder::files
    std::vector<size_t> evidence; ///< indices into Checklist::evidence, ascending
    std::string reason;           ///< "named in the file column", ...
};

struct EvidenceMatch {
    std::vector<MatchedFile> matched;   ///< in the order of the files; each file once
    std::vector<ReportEntry> unmatched; ///< files that are no evidence's, or that could be several
    std::vector<ReportEntry> missing;   ///< evidence that names a file which is not there
    int withoutFile = 0;                ///< pieces of evidence that name none and got none
};

/// Finds which file is which evidence. By the first of these that finds one:
///   1. the evidence's own file name (upper and lower case alike; its ending may be left out)
///   2. the file's name without ending, compared as names of evidence are
///   3. the same, where numbering in front, marks of versions behind, and dates that do not contradict make no
///   difference
/// Nothing is guessed: where two files fit one piece of evidence, or a file fits pieces of evidence with different
/// names, both are reported and nothing is taken. Several pieces of evidence may name one file.
EvidenceMatch matchEvidence(const Checklist& checklist, const std::vector<EvidenceFile>& files);

} // namespace sightline
