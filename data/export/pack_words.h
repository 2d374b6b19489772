#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/export/pack.h"
#include "data/rules.h"

namespace sightline {

/// Words that the board pack and its accessible twin share. The wall has its own, cut to what fits a tile.

/// "1 action", "2 actions".
std::string countOf(int count, std::string_view one, std::string_view many);

/// "5 months old", "current".
std::string ageWords(const PartialDate& date, Day asOf);

/// "Position at 14 June 2026, 5 months old"; says so where the date is not given, or where it is a sample's that is
/// seen as of that date.
std::string positionWords(const Pack& pack);

/// "Seen as of 24 November 2026"
std::string asOfWords(const Pack& pack);

/// "Given by the Head of Internal Audit, 28 May 2026."; empty where neither is known.
std::string opinionGivenWords(const Element& element);

/// One cell of the assurance map: "3 items, newest March 2026", "3 items, none dated", "Gap: no evidence".
std::string cellWords(const LineSummary& cell);

/// Where an action stands: "12 days late", "open", "in progress", "done 10 April 2026".
std::string stateWords(const Action& action, Day asOf);

/// What to say of a group that holds no action: "Nothing is overdue."
std::string_view nothingDueWords(DueGroup group);

/// "stale after 24 months", or by line where they differ.
std::string staleRuleWords(const Checklist& checklist);

/// A line's word as the council has it.
const std::string& lineWord(const Checklist& checklist, Line line);

/// A kind's word; "not given" where there is none.
std::string_view kindWord(const Checklist& checklist, int kind);

/// A word that the pack uses and what it means by it.
struct Term {
    std::string word;
    std::string meaning;
};

/// Every word but those of the opinion scale, which brings its own definitions.
std::vector<Term> termsOf(const Checklist& checklist);

} // namespace sightline
