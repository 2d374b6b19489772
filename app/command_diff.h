#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline diff`: what changed from the first of several snapshots to the last, for people or as JSON. Changes are
/// no findings: it ends fine.
ExitCode runDiff(const DiffOptions& options);

} // namespace sightline
