#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline import`: an officer's documents into a snapshot. Prints the report. Fine where everything was understood,
/// guesses of a line included (they are marked on the wall until confirmed); findings where the snapshot was written
/// but something in the documents was unclear and left out or left empty.
ExitCode runImport(const ImportOptions& options);

} // namespace sightline
