#pragma once

#include <string>
#include <vector>

#include "data/changes.h"

namespace sightline {

/// The mark before a change. Each has a shape of its own; the words beside it say the same.
enum class ChangeMark { Down, Up, New, Late, Moved, Done, Gone, Stale, Refreshed, Reworded };

/// One change as people read it: on the command line, in the board pack and on the wall.
struct ChangeLine {
    ChangeMark mark = ChangeMark::New;
    int element = 0;    ///< 0: evidence, which may support several
    std::string title;  ///< "3 Seniority and breadth of roles", an action, a name
    std::string note;   ///< "Reasonable → Limited", "2 Jun 2026, was 30 Apr 2026 · moved twice"; may be empty
    std::string tag;    ///< "down", "12 days late"; one or two words
    std::string before; ///< the former wording; empty unless reworded
    bool alarm = false; ///< the tag is bad news
};

/// Opinions, actions, evidence, positions.
struct ChangeSection {
    std::string heading; ///< "Opinions"
    std::string counts;  ///< "2 up · 1 down"; empty where nothing changed
    std::string nothing; ///< what to say where there are no lines
    std::vector<ChangeLine> lines;
};

/// The four sections, always all four, most important first in each.
std::vector<ChangeSection> changeSections(const Changes& changes);

/// What a glance is to take away: "1 down · 2 up · 2 actions done", and apart from it the bad news about actions: "4
/// newly overdue". "Nothing changed" where nothing did; both may be empty where only small things did.
struct ChangeHeadline {
    std::string fine;
    std::string alarm;
};
ChangeHeadline changeHeadline(const Changes& changes);

/// "12 March 2026 → 14 June 2026 · 94 days"; a date that is not known is said to be.
std::string changePeriod(const Changes& changes);

/// Where the scale changed, how its words were compared; empty where it did not: "The opinion scale changed. Compared
/// as the same: Good and Substantial. Only then: Weak."
std::string crosswalkSentence(const Changes& changes);

/// "once", "twice", "3 times".
std::string times(int count);

} // namespace sightline
