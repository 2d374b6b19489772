#include "app/room_copy.h"

#include "app/comparison.h"
#include "data/room_privacy.h"

namespace sightline {

namespace {

std::shared_ptr<const Snapshot> withChecklist(const Snapshot& of, Checklist checklist) {
    auto copy = std::make_shared<Snapshot>();
    copy->meta = of.meta;
    copy->digest = of.digest;
    copy->sample = of.sample;
    copy->checklist = std::move(checklist);
    return copy;
}

} // namespace

std::shared_ptr<const Snapshot> closedCopyOf(const std::shared_ptr<const Snapshot>& full,
                                             const PrivacyOptions& privacy) {
    if (!full || !leavesOut(privacy.rules, full->checklist)) return full;
    return withChecklist(*full, closedCopy(full->checklist, privacy.rules));
}

std::shared_ptr<const Comparison> closedCopyOf(const std::shared_ptr<const Comparison>& full,
                                               const PrivacyOptions& privacy) {
    return full ? comparisonOf(*full, closedCopy(full->changes, privacy.rules)) : nullptr;
}

std::shared_ptr<const Snapshot> aloneCopyOf(const std::shared_ptr<const Snapshot>& closed,
                                            const PrivacyOptions& privacy) {
    if (!closed || !privacy.hideOwners) return closed;
    return withChecklist(*closed, withoutOwners(closed->checklist));
}

std::shared_ptr<const Comparison> aloneCopyOf(const std::shared_ptr<const Comparison>& closed,
                                              const PrivacyOptions& privacy) {
    if (!closed || !privacy.hideOwners) return closed;
    return comparisonOf(*closed, withoutOwners(closed->changes));
}

std::shared_ptr<const Counted> countedIn(const std::shared_ptr<const Snapshot>& copy, Day day,
                                         const std::shared_ptr<const Snapshot>& other,
                                         const std::shared_ptr<const Counted>& inOther) {
    return copy == other ? inOther : countedIn(copy->checklist, day);
}

} // namespace sightline
