#pragma once

#include <array>
#include <vector>

#include "data/model.h"

namespace sightline {

/// One cell of the assurance map: an element's evidence on one line.
struct LineSummary {
    int count = 0;
    PartialDate newest;   ///< the latest date covered; unknown where nothing is dated
    bool stale = false;   ///< the newest dated evidence is stale (and some is dated)
    bool guessed = false; ///< some of it is on this line by keyword only
};

/// How far the evidence behind an element goes: the furthest line that has any. A derived fact, never an opinion.
enum class Strength { None, ManagementOnly, Oversight, Independent };

struct ElementSummary {
    int number = 0;
    int positions = 0;
    int evidence = 0;                 ///< distinct items
    std::array<LineSummary, 3> lines; ///< management, oversight, independent
    int stale = 0;                    ///< stale items
    int outstanding = 0;
    int overdue = 0;
    int undated = 0; ///< outstanding without a date
    Strength strength = Strength::None;

    [[nodiscard]] const LineSummary& line(Line id) const { return lines[static_cast<size_t>(id) - 1]; }
};

/// Every count that tiles, lists, exports and `summary --json` show. They have no other source.
struct Summary {
    std::vector<ElementSummary> elements; ///< as Checklist::elements
    int evidenceItems = 0;
    int evidenceLinks = 0;
    std::array<int, 3> itemsOnLine{}; ///< distinct items on each line
    int stale = 0;                    ///< distinct stale items
    int guessed = 0;                  ///< distinct items whose line is guessed
    int undatedEvidence = 0;
    int positions = 0;
    int outstanding = 0;
    int overdue = 0;
    int undated = 0; ///< outstanding actions without a date
    int done = 0;
    int gaps = 0; ///< empty cells of the assurance map
    int staleCells = 0;
};

Summary summarise(const Checklist& checklist, Day asOf);

} // namespace sightline
