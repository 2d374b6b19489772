#pragma once

#include <string>
#include <vector>

namespace sightline {

/// A row as matching sees it.
struct MatchRow {
    int id = 0;
    int element = 0;        ///< 0: belongs to none
    std::string text;       ///< its name, or its whole wording
    bool lastingId = false; ///< the id is the council's own (from its database), not the order of reading
};

/// Whether rows without a lasting id whose words differ may still be the same row, told by the words they share.
enum class Rewording { No, Yes };

/// For every row of `after`, the index of the row of `before` that it continues, or -1 for a new one. No row continues
/// two. By id where both ids last; else by name (nameKey), first within an element, then anywhere; else, with
/// Rewording::Yes, the two of one element that share most words, if that is at least three in five of both together.
/// Ids that an importer gave by reading order say nothing: one new line at the top of a document shifts them all.
std::vector<int> matchRows(const std::vector<MatchRow>& before, const std::vector<MatchRow>& after,
                           Rewording rewording);

} // namespace sightline
