#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/change_words.h"
#include "data/lists.h"
#include "data/model.h"
#include "data/search/search_results.h"
#include "data/summary.h"
#include "render/counted.h"
#include "render/health_state.h"
#include "render/page_shelf.h"
#include "render/qr_code.h"
#include "render/ui_types.h"

namespace sightline {

/// What changed since an earlier snapshot, in words. Made by the loader, for it reads earlier files.
struct Comparison {
    std::string title;                   ///< "Since we last met", or since which snapshot
    std::string period;                  ///< changePeriod()
    ChangeHeadline headline;             ///< changeHeadline()
    std::string crosswalk;               ///< crosswalkSentence(); empty: the scale is the same
    std::vector<ChangeSection> sections; ///< opinions, actions, evidence, positions
    Changes changes;                     ///< what all of these are made of
};

/// What the pages read: the snapshot, and what was derived from it for the present state. Made anew when the snapshot,
/// the day, the page, the filter, the grouping or the query changes, never per frame.
struct View {
    const Snapshot* snapshot = nullptr; ///< nullptr: there is none to show
    Day asOf{};
    Summary summary;
    std::vector<int> attention;                   ///< Counted::attention
    std::size_t needingAttention = 0;             ///< Counted::needingAttention
    std::shared_ptr<const Counted> counted;       ///< where all of these come from; nullptr: there is no snapshot
    std::vector<int> evidence;                    ///< what the evidence page lists, or the element page
    std::vector<ActionGroup> actionGroups;        ///< what the actions page shows
    std::vector<int> actions;                     ///< what the element page lists
    std::shared_ptr<const Comparison> comparison; ///< nullptr: there is no earlier snapshot
    HealthState health;                           ///< of the wall; made while its page is open
    std::shared_ptr<const SearchIndex> search;    ///< nullptr: it is being made
    SearchResults found;                          ///< what the search page lists
    SourceState source;
    const PageShelf* shelf = nullptr;  ///< pictures of pages; nullptr: there are none
    int codeFor = 0;                   ///< Evidence::id that `code` was made for
    QrCode code;                       ///< for the link of the item that is open
    const Checklist* closed = nullptr; ///< as a closed room has it: what is marked there is closed; nullptr: nothing is
    bool pinSet = false;               ///< there is a PIN that opens what is marked
    std::string clock;                 ///< "14:05", for the curtain; empty: not told

    /// How much of an item a closed room shows, open or not just now.
    [[nodiscard]] Shown shownClosed(std::size_t item) const {
        return closed == nullptr ? Shown::All : closed->evidence[item].shown;
    }
    [[nodiscard]] const Checklist& checklist() const { return snapshot->checklist; }
    /// For each item of Checklist::evidence, the elements it supports.
    [[nodiscard]] const std::vector<std::vector<int>>& elementsOf() const { return counted->elementsOf; }
};

/// What does not depend on the state: made once for each snapshot and day. `counted`: what is counted in it for that
/// day; for another day, or without any, it is counted here.
View makeView(const Snapshot* snapshot, Day asOf, SourceState source, std::shared_ptr<const Counted> counted = nullptr);

/// Derives what the page, filter, grouping and query of `state` ask for. `before` is the state `view` was last
/// refreshed for; nothing is done where they ask for the same.
void refreshView(View& view, const UiState& state, const UiState* before);

/// The document of a piece of evidence; nullptr: it has none.
const Document* documentOf(const Checklist& checklist, const Evidence& item);
/// The same of the evidence with an id.
const Document* documentOf(const Checklist& checklist, int evidence);

/// The index of an evidence id in Checklist::evidence; -1: none.
int evidenceIndex(const Checklist& checklist, int id);

} // namespace sightline
