#pragma once

#include <string>

#include "data/failure.h"
#include "data/publish.h"

namespace sightline {

/// The command for a shell that signs a snapshot with Debian's minisign, on one line.
Result<std::string> signingCommand(const PublishReport& published);

/// Says what was written, and what became of a signature that was there.
void printPublished(const PublishReport& published);

} // namespace sightline
