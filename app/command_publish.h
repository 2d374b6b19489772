#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline publish`: a database with the documented tables into a snapshot.
ExitCode runPublish(const PublishOptions& options);

} // namespace sightline
