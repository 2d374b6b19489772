#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline import`: an officer's documents into a snapshot. Prints the report, which says what was guessed and what
/// was unclear. Fine whenever the snapshot was written: guessed lines are marked on the wall until confirmed, and what
/// was unclear was left out or left empty, never invented.
ExitCode runImport(const ImportOptions& options);

} // namespace sightline
