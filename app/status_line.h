#pragma once

#include <string>

#include "app/loader.h"

namespace sightline {

/// What the wall shows and what is wrong with its source, in one line for `systemctl status`.
std::string statusLine(const Arrival& arrival);

} // namespace sightline
