#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline summary`: the counts, for people or as JSON.
ExitCode runSummary(const SummaryOptions& options);

} // namespace sightline
