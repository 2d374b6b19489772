#pragma once

#include <optional>

#include "app/options.h"
#include "render/room.h"

namespace sightline {

/// The room that a panel of a size hangs in, as the options say it. `believed`: what the monitor says of its diagonal.
Room roomFor(Size size, const Viewing& viewing, std::optional<double> believed);

} // namespace sightline
