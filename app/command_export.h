#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline export`: a snapshot as a document for people. The ending of the output's name says which.
ExitCode runExport(const ExportOptions& options);

} // namespace sightline
