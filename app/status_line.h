#pragma once

#include <string>

#include "app/loader.h"

namespace sightline {

/// What the wall shows and what is wrong with its source, in one line for `systemctl status`. `panel`: "off until
/// 08:00"; empty: it is on.
std::string statusLine(const Arrival& arrival, const std::string& panel = {});

} // namespace sightline
