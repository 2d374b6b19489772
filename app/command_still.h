#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline render`: one page into a PNG file.
ExitCode runRender(const RenderCommand& options);

/// `sightline targets`: what can be touched on one page.
ExitCode runTargets(const TargetsCommand& options);

} // namespace sightline
