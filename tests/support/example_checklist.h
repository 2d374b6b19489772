#pragma once

#include "data/defaults.h"
#include "data/model.h"

namespace sightline {

inline Day day(int year, unsigned month, unsigned dayOfMonth) {
    return Day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{dayOfMonth}};
}

/// An invented council that uses every table but those of documents, and every optional value of the schema at least
/// once.
inline Checklist exampleChecklist() {
    Checklist list;
    list.title = "Test of Assurance";
    list.authority = "Exampleshire Council";
    list.service = "Children’s Services";
    list.positionDate = {2026, 6, 0};
    list.reviewDue = {2027, 0, 0};
    list.approvedBy = "Chief Executive";
    list.approvedOn = {2026, 6, 30};
    list.place = {1, "title"};
    list.sources = {{1, "checklist.docx", "docx", std::string(64, 'a'), 12345}, {2, "actions.csv", "csv", "", 0}};
    list.roleHolders = {{1, "Director of Children's Services", "DCS", "Executive Director", {1, "paragraph 3"}},
                        {2, "Lead Member", "", "Portfolio Holder", {}}};
    list.culture = {{1, "We ask first.\nThen we ask again.", {1, "paragraph 4"}}, {2, "We write it down.", {}}};
    list.background = {{1, "The guidance is of 2013.", {}}};
    list.scale = defaultScale();
    list.lines = defaultLines();
    list.kinds = {{1, "Inspection"}, {4, "Minutes"}};
    for (int number = 1; number <= 6; ++number)
        list.elements.push_back({number,
                                 defaultElementTitle(number),
                                 "Statement " + std::to_string(number),
                                 0,
                                 "",
                                 {},
                                 "",
                                 {1, "table 1, row " + std::to_string(number + 1)}});
    list.elements[0].opinion = 2;
    list.elements[0].opinionReason = "Seen working.\nTwo points remain.";
    list.elements[0].opinionDate = {2026, 5, 20};
    list.elements[0].opinionBy = "Head of Internal Audit";
    list.positions = {{1, 1, "A board meets monthly.\nIt keeps minutes.", {1, "table 1, row 2, Position, paragraph 1"}},
                      {2, 1, "A plan is in place.", {}},
                      {3, 5, "Referrals are read within a day.", {}}};
    list.evidence = {{1,
                      "Inspection letter",
                      "Section 2\nSection 4",
                      Line::Independent,
                      false,
                      1,
                      "The inspectorate",
                      {2024, 2, 29},
                      {2027, 2, 0},
                      "https://example.org/letter",
                      "OFFICIAL",
                      "",
                      0,
                      {1, "table 1, row 2, Evidence, paragraph 1"}},
                     {2, "Board minutes", "", Line::Oversight, true, 4, "", {2026, 5, 0}, {}, "", "", "", 0, {}},
                     {3, "Team plan", "", Line::Management, false, 0, "", {}, {}, "", "", "", 0, {}},
                     {5, "Audit of files", "", Line::Independent, true, 0, "", {2026, 0, 0}, {}, "", "", "", 0, {}}};
    list.links = {{1, 1, 1, {1, "table 1, row 2"}}, {2, 1, 2, {}}, {5, 2, 1, {}}, {3, 5, 1, {}}, {1, 5, 2, {}}};
    list.actions = {{1,
                     1,
                     "Close the two points.\nReport back.",
                     "Head of Quality",
                     {2026, 6, 14},
                     ActionStatus::Open,
                     {},
                     {2, "line 2"}},
                    {2, 1, "Ask the children.", "", {2026, 6, 0}, ActionStatus::InProgress, {}, {}},
                    {3, 5, "Train new staff.", "Head of Quality", {}, ActionStatus::Open, {}, {}},
                    {4, 5, "Publish the plan.", "Board Chair", {2026, 1, 31}, ActionStatus::Done, {2026, 2, 3}, {}},
                    {5, 2, "Review the post.", "Board Chair", {2026, 12, 1}, ActionStatus::Open, {}, {}}};
    return list;
}

} // namespace sightline
