#include "data/register_layout.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace sightline {
namespace {

constexpr RegisterColumn kIdColumn{column::kId, CellUse::Id, 6, false, ""};
constexpr RegisterColumn kElementColumn{column::kElement, CellUse::Number, 9, true, "1 to 6."};
constexpr std::string_view kDateHelp = "A day; or a month such as June 2024, or a year.";

constexpr std::array<RegisterColumn, 5> kAbout = {{
    kIdColumn,
    {column::kWhat, CellUse::Text, 16, true, "What the row says."},
    {column::kValue, CellUse::Lines, 90, true,
     "The words, the date, or for a role holder the post that carries the role."},
    {column::kRole, CellUse::Text, 36, false, "Only for role holders: the statutory role."},
    {column::kAbbreviation, CellUse::Text, 14, false, "Only for role holders: DCS, LMCS."},
}};

constexpr std::array<RegisterColumn, 7> kElements = {{
    {column::kElement, CellUse::Id, 9, true, ""},
    {column::kTitle, CellUse::Text, 30, false, "Short, for the tile on the wall."},
    {column::kStatement, CellUse::Lines, 60, true, "The element in full."},
    {column::kOpinion, CellUse::Text, 18, false, "A word of the sheet Scale, as an assessor gave it."},
    {column::kReason, CellUse::Lines, 60, false, "Why, in a sentence or two."},
    {column::kOpinionDate, CellUse::Date, 15, false, kDateHelp},
    {column::kOpinionBy, CellUse::Text, 30, false, "The role that gave the opinion, not a person's name."},
}};

constexpr std::array<RegisterColumn, 3> kPositions = {{
    kIdColumn,
    kElementColumn,
    {column::kText, CellUse::Lines, 110, true, "What is in place. A new line (Alt+Enter) is a sub-point."},
}};

constexpr std::string_view kTickHelp = "x, or the place within the element: 1 is first.";
constexpr std::array<RegisterColumn, 17> kEvidence = {{
    kIdColumn,
    {column::kName, CellUse::Text, 48, true, "One row for each piece of evidence, however many elements it supports."},
    {"Element 1", CellUse::Tick, 15, false, kTickHelp},
    {"Element 2", CellUse::Tick, 15, false, kTickHelp},
    {"Element 3", CellUse::Tick, 15, false, kTickHelp},
    {"Element 4", CellUse::Tick, 15, false, kTickHelp},
    {"Element 5", CellUse::Tick, 15, false, kTickHelp},
    {"Element 6", CellUse::Tick, 15, false, kTickHelp},
    {column::kDetail, CellUse::Lines, 40, false, "Sub-points, one a line (Alt+Enter)."},
    {column::kLine, CellUse::Text, 24, false, "Who stands behind it. Choose the word to confirm one that was guessed."},
    {column::kKind, CellUse::Text, 18, false, "A word of the sheet Scale, or a new one."},
    {column::kOrganisation, CellUse::Text, 28, false, "Who produced it."},
    {column::kCovers, CellUse::Date, 15, false, kDateHelp},
    {column::kReviewDue, CellUse::Date, 15, false, kDateHelp},
    {column::kLink, CellUse::Text, 36, false, "A web address that begins with https:// or http://."},
    {column::kMarking, CellUse::Text, 22, false, "The protective marking."},
    {column::kFile, CellUse::Text, 28, false, "The name of the file that is this evidence, without folders."},
}};

constexpr std::array<RegisterColumn, 7> kActions = {{
    kIdColumn,
    kElementColumn,
    {column::kText, CellUse::Lines, 80, true, "The next step. A new line (Alt+Enter) is a sub-point."},
    {column::kOwner, CellUse::Text, 32, false, "A role, not a person's name."},
    {column::kDue, CellUse::Date, 15, false, kDateHelp},
    {column::kStatus, CellUse::Text, 14, false, "open, in progress or done; empty is open."},
    {column::kCompleted, CellUse::Date, 15, false, kDateHelp},
}};

constexpr std::array<RegisterColumn, 13> kScale = {{
    {column::kOpinionId, CellUse::Id, 11, false, ""},
    {column::kOpinion, CellUse::Text, 18, false, "A word that an assessor may use."},
    {column::kRank, CellUse::Number, 7, false, "1 is best."},
    {column::kColour, CellUse::Text, 10, false, "good, fair, caution, poor or none; each once."},
    {column::kShape, CellUse::Text, 16, false,
     "disc-tick, half-disc, triangle, octagon-cross or dashed-ring; each once."},
    {column::kDefinition, CellUse::Lines, 60, false, "What the word means, as the legend says it."},
    {column::kLineId, CellUse::Id, 9, false, ""},
    {column::kLine, CellUse::Text, 18, false, "The word for line 1 (management), 2 (oversight) or 3 (independent)."},
    {column::kStaleAfter, CellUse::Number, 19, false, "Evidence of this line is stale after so many months, 1 to 240."},
    {column::kKindId, CellUse::Id, 9, false, ""},
    {column::kKind, CellUse::Text, 22, false, "The council's own words for kinds of evidence."},
    {column::kMarking, CellUse::Text, 22, false, "Suggestions for the column Marking; not read."},
    {column::kRole, CellUse::Text, 36, false, "Suggestions for the columns that take a role; not read."},
}};

constexpr std::array<RegisterSheet, 6> kSheets = {{
    {sheet::kAbout, "What the checklist as a whole says.", kAbout},
    {sheet::kElements, "One row for each of the six elements, with the opinion that an assessor gave.", kElements},
    {sheet::kPositions, "One row for each current position.", kPositions},
    {sheet::kEvidence, "One row for each piece of evidence, with a column for each element that it may support.",
     kEvidence},
    {sheet::kActions, "One row for each next step.", kActions},
    {sheet::kScale, "The words to choose from: lists that stand beside each other.", kScale},
}};

} // namespace

std::span<const RegisterSheet> registerSheets() { return kSheets; }

const RegisterSheet& registerSheet(std::string_view name) {
    const auto* const found = std::ranges::find(kSheets, name, &RegisterSheet::name);
    assert(found != kSheets.end());
    return *found;
}

int tickedElement(std::string_view header) {
    constexpr std::string_view kWord = "element ";
    if (header.size() <= kWord.size()) return 0;
    for (size_t i = 0; i < kWord.size(); ++i)
        if ((header[i] | ' ') != kWord[i]) return 0;
    const char digit = header[kWord.size()];
    const bool alone =
        header.size() == kWord.size() + 1 || header[kWord.size() + 1] < '0' || header[kWord.size() + 1] > '9';
    return alone && digit >= '1' && digit <= '6' ? digit - '0' : 0;
}

std::string lineLabel(const std::vector<AssuranceLine>& lines, Line line) {
    const auto found = std::ranges::find(lines, line, &AssuranceLine::id);
    if (found == lines.end()) return {};
    const bool alone = std::ranges::count(lines, found->word, &AssuranceLine::word) == 1;
    return alone ? found->word : found->word + " (line " + std::to_string(static_cast<int>(line)) + ")";
}

} // namespace sightline
