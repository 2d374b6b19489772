#pragma once

#include <filesystem>

#include "data/failure.h"
#include "data/import/evidence/page_maker.h"
#include "data/import/evidence/page_progress.h"
#include "data/import/import.h"
#include "data/limited/limited_process.h"
#include "data/page_pictures.h"
#include "data/verify.h"

namespace sightline {

/// What the pages of evidence are made from.
struct EvidencePagesOptions {
    std::filesystem::path folder;  ///< of files; empty: none, and pages of the earlier snapshot are kept
    std::filesystem::path earlier; ///< the snapshot whose pages may be taken over; nothing need be there
    Interruption interruption;     ///< fails with the kind Internal once it is raised
    ProgressListener progress;
    CopyCheck apart = {}; ///< checks the earlier snapshot; empty: this process does
    PageLimits limits;    ///< tests change these; the program never does
};

/// Gives the evidence of an imported checklist its pages, and its report a part about them. Files of the folder are
/// matched with the evidence (matchEvidence); what they are is told by their bytes; their pages are drawn by child
/// processes with limits (runLimited). A file that was in the earlier snapshot with the same bytes and recipe is not
/// drawn again. Whatever is wrong with one file is reported and the rest goes on; fails only where nothing can go on:
/// no such folder, a damaged earlier snapshot, a full disk, the interruption. Call it while no other thread runs.
///
/// Without a folder, documents of the earlier snapshot stay with the evidence of the same name or file name: whoever
/// imports a new Word version does not expect the pages to vanish.
///
/// The result is for `publish`, and holds the pictures as long as it lives.
Result<PictureSource> addEvidencePages(Imported& imported, const EvidencePagesOptions& options);

} // namespace sightline
