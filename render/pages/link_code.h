#pragma once

#include "data/model.h"
#include "render/scroll_list.h"
#include "render/view.h"

namespace sightline {

/// The way to a piece of evidence on one's own device: its link as a QR code, or in words where that would be too fine
/// to read from where people stand. Nothing where it has no link.
void linkCode(Flow& flow, const View& view, const Evidence& item);

} // namespace sightline
