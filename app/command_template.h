#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline template`: writes an empty register. Never over a file that is there: it may be a register at work.
ExitCode runTemplate(const TemplateOptions& options);

} // namespace sightline
