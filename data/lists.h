#pragma once

#include <string>
#include <vector>

#include "data/model.h"
#include "data/rules.h"

namespace sightline {

/// What the evidence list is narrowed to. The default shows everything.
struct EvidenceFilter {
    int element = 0; ///< 1 to 6; 0: any
    int line = 0;    ///< 1 to 3; 0: any
    int kind = 0;    ///< EvidenceKind::id; 0: any; -1: no kind given
    bool staleOnly = false;
    bool operator==(const EvidenceFilter&) const = default;
};

/// Indices into Checklist::evidence, newest date covered first, undated ones last, then in reading order.
std::vector<int> evidenceMatching(const Checklist& checklist, const EvidenceFilter& filter, Day asOf);

/// Indices into Checklist::evidence for one element, in the order of its mentions.
std::vector<int> evidenceOfElement(const Checklist& checklist, int element);

/// For every item of Checklist::evidence, the elements it supports, ascending.
std::vector<std::vector<int>> elementsOfEvidence(const Checklist& checklist);

/// How the actions page groups.
enum class ActionGrouping { ByDate, ByOwner, ByElement };

/// A column of the actions page.
struct ActionGroup {
    std::string heading;             ///< "Overdue", an owner, or an element's number and title
    DueGroup due = DueGroup::NoDate; ///< for ByDate
    int element = 0;                 ///< for ByElement
    std::vector<int> actions;        ///< indices into Checklist::actions, earliest due first, undated last
    int overdue = 0;
};

/// By date: always the four groups of outstanding ones (some may be empty), and done ones as a fifth if `withDone`.
/// By owner: one group for each owner, those with overdue actions first, "No owner" last. By element: the six.
std::vector<ActionGroup> groupActions(const Checklist& checklist, ActionGrouping grouping, bool withDone, Day asOf);

/// Indices into Checklist::actions for one element: overdue, by date, undated, then done.
std::vector<int> actionsOfElement(const Checklist& checklist, int element, Day asOf);

} // namespace sightline
