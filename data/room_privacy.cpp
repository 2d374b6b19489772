#include "data/room_privacy.h"

#include <algorithm>
#include <set>

#include "data/search/words.h"

namespace sightline {

namespace {

/// Letters and digits without case, accents, dashes and spaces.
std::string plain(std::string_view marking) {
    std::string letters;
    FoldedWord word;
    for (WordReader reader(marking); reader.next(word);) letters += word.view();
    return letters;
}

bool holds(const std::vector<std::string>& list, const std::string& marking) {
    return std::ranges::any_of(list, [&](const std::string& one) { return plain(one) == marking; });
}

bool beginsWithOne(const std::vector<std::string>& list, const std::string& marking) {
    return std::ranges::any_of(list, [&](const std::string& one) {
        const std::string begins = plain(one);
        return !begins.empty() && marking.starts_with(begins);
    });
}

/// What a room may know of an item, and nothing else.
void close(Evidence& item, Shown shown) {
    item.shown = shown;
    item.detail.clear();
    item.organisation.clear();
    item.link.clear();
    item.file.clear();
    item.document = 0;
    item.place = {};
    if (shown == Shown::Title) return;
    item.name = notShownName(item.marking);
    item.kind = 0;
    item.reviewDue = {};
}

void hideOwner(std::string& owner) {
    if (!owner.empty()) owner = kOwnerNotShown;
}

} // namespace

Shown shownOf(const RoomPrivacy& privacy, std::string_view marking) {
    if (marking.empty()) return Shown::All;
    const std::string letters = plain(marking);
    if (holds(privacy.hidden, letters)) return Shown::Nothing;
    if (holds(privacy.titleOnly, letters)) return Shown::Title;
    // What is no word at all is no marking anybody meant to be shown.
    if (!letters.empty() && holds(privacy.shown, letters)) return Shown::All;
    return beginsWithOne(privacy.hidden, letters) ? Shown::Nothing : privacy.others;
}

bool leavesOut(const RoomPrivacy& privacy, const Checklist& checklist) {
    return std::ranges::any_of(checklist.evidence,
                               [&](const Evidence& item) { return shownOf(privacy, item.marking) != Shown::All; });
}

Checklist closedCopy(Checklist checklist, const RoomPrivacy& privacy) {
    std::set<int> closed;
    std::set<int> documents;
    for (Evidence& item : checklist.evidence) {
        const Shown shown = shownOf(privacy, item.marking);
        if (shown == Shown::All) {
            documents.insert(item.document);
            continue;
        }
        closed.insert(item.id);
        close(item, shown);
    }
    if (closed.empty()) return checklist;
    std::erase_if(checklist.documents, [&](const Document& document) { return !documents.contains(document.id); });
    for (EvidenceLink& link : checklist.links)
        if (closed.contains(link.evidence)) link.place = {};
    return checklist;
}

Changes closedCopy(Changes changes, const RoomPrivacy& privacy) {
    for (EvidenceChange& change : changes.evidence) {
        const Shown now = shownOf(privacy, change.marking);
        const Shown then = shownOf(privacy, change.markingBefore);
        change.shown = now;
        if (now == Shown::Nothing) change.name = notShownName(change.marking);
        if (now == Shown::Nothing || then == Shown::Nothing) change.nameBefore.clear();
    }
    return changes;
}

Checklist withoutOwners(Checklist checklist) {
    for (Action& action : checklist.actions) hideOwner(action.owner);
    return checklist;
}

Changes withoutOwners(Changes changes) {
    for (ActionChange& change : changes.actions) hideOwner(change.owner);
    return changes;
}

std::string notShownName(std::string_view marking) { return "Not shown: " + std::string(marking); }

} // namespace sightline
