#pragma once

#include "data/limited/landlock.h"

namespace sightline {

/// What programs of Debian need beside their own folder to read and draw a document: themselves, their libraries,
/// fonts, and how the system is set up as far as that concerns them; nobody's documents, and no secrets.
FileAccess systemFiles();

} // namespace sightline
