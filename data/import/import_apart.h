#pragma once

#include "data/import/import.h"
#include "data/limited/limited_process.h"

namespace sightline {

/// What reading documents may take. Far above any real checklist; a document made to do harm meets its own limits
/// (office_package.h) long before. Tests change it; the program never does.
inline constexpr ProcessLimits kImportLimits{.time = std::chrono::seconds(120),
                                             .processorTime = std::chrono::seconds(60),
                                             .memory = std::uint64_t{1} << 30,
                                             .fileBytes = 0,
                                             .openFiles = 32,
                                             .processes = 1,
                                             .outputBytes = std::size_t{256} << 20};

/// importSources in a child process that can read these paths, compute, and say what it read: no network, no other
/// file, nothing written, no program started. Should a document make it crash, hang or take too much, that is a failure
/// in one sentence which names the document. Call it while no other thread runs.
Result<Imported> importApart(const std::vector<std::filesystem::path>& paths, Interruption interruption,
                             const ProcessLimits& limits = kImportLimits);

} // namespace sightline
