#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "data/search/marked_text.h"
#include "data/search/search_index.h"

namespace sightline {

/// A query is not longer, in characters.
constexpr std::size_t kQueryCharacters = 60;

/// So many of each group are shown; all are counted.
constexpr std::size_t kHitsShown = 20;

/// Something found, as it is shown.
struct Hit {
    FoundKind kind = FoundKind::Evidence;
    int id = 0;       ///< Evidence::id, also of a page; Position::id, Action::id; an element's number
    int element = 0;  ///< the element it belongs to; 0 for evidence, which may support several
    int page = 0;     ///< Page: its number
    MarkedText title; ///< its name; for a page its item's, for a position its element's
    MarkedText note;  ///< where the match is not in the title, what shows it; else what there is to know
};

struct HitGroup {
    std::string_view heading;
    int found = 0;
    std::vector<Hit> hits; ///< the best of them, at most kHitsShown
};

struct SearchResults {
    bool asked = false;   ///< there was a word to look for
    bool tooMany = false; ///< it was too short for so much text: nothing was looked for
    std::string unknown;  ///< a word of the query that nothing begins with; empty: there is none
    int found = 0;
    std::array<HitGroup, kFoundGroups> groups;
};

/// Looks for what holds all words of a query. `elementsOf` as elementsOfEvidence gives it.
SearchResults searchFor(std::string_view query, const SearchIndex& index,
                        const std::vector<std::vector<int>>& elementsOf);

} // namespace sightline
