#pragma once

#include <string>
#include <vector>

#include "data/model.h"

namespace sightline {

/// Protective markings to choose from: those in use, and those of the Government Security Classifications for official
/// information.
std::vector<std::string> suggestedMarkings(const Checklist& checklist);

/// Roles to choose from: those that hold a statutory role, own a next step, gave an opinion or approved the checklist.
std::vector<std::string> suggestedRoles(const Checklist& checklist);

} // namespace sightline
