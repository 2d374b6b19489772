#pragma once

#include <memory>

#include "app/options.h"
#include "data/model.h"
#include "data/search/search_index.h"
#include "render/view.h"

namespace sightline {

/// A snapshot as the room may see it, and what is derived from it. What it leaves out is nowhere in it.
struct RoomCopy {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Comparison> comparison; ///< nullptr: there is no earlier snapshot
    std::shared_ptr<const SearchIndex> search;    ///< nullptr: it is being made
    std::shared_ptr<const Counted> counted;       ///< for the day when it was made; nullptr: nothing is
};

/// While marked items are closed. Where nothing is left out it is `full` itself.
std::shared_ptr<const Snapshot> closedCopyOf(const std::shared_ptr<const Snapshot>& full,
                                             const PrivacyOptions& privacy);
std::shared_ptr<const Comparison> closedCopyOf(const std::shared_ptr<const Comparison>& full,
                                               const PrivacyOptions& privacy);

/// What is counted in a copy for a day; where it is `other` itself, what was counted in that.
std::shared_ptr<const Counted> countedIn(const std::shared_ptr<const Snapshot>& copy, Day day,
                                         const std::shared_ptr<const Snapshot>& other,
                                         const std::shared_ptr<const Counted>& inOther);

/// While nobody is there, of the closed copy: without owners, where they are hidden then, else the same.
std::shared_ptr<const Snapshot> aloneCopyOf(const std::shared_ptr<const Snapshot>& closed,
                                            const PrivacyOptions& privacy);
std::shared_ptr<const Comparison> aloneCopyOf(const std::shared_ptr<const Comparison>& closed,
                                              const PrivacyOptions& privacy);

} // namespace sightline
