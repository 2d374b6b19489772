#pragma once

#include <memory>
#include <vector>

#include "data/model.h"
#include "data/summary.h"

namespace sightline {

/// What is counted in a snapshot for a day. With 100,000 items that takes longer than a frame, so that the loader does
/// it, and the wall takes it as it is.
struct Counted {
    Day asOf{};
    Summary summary;
    std::vector<int> attention;               ///< elementsByAttention()
    std::size_t needingAttention = 0;         ///< that many of them, the first ones, need it
    std::vector<std::vector<int>> elementsOf; ///< for each item of Checklist::evidence, the elements it supports
};

std::shared_ptr<const Counted> countedIn(const Checklist& checklist, Day asOf);

} // namespace sightline
