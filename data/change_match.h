#pragma once

#include <string>
#include <vector>

namespace sightline {

/// What a row's id is worth. `ReadingOrder`: nothing, one new line at the top of a document shifts them all.
/// `Register`: an officer's workbook carries it, but rows that are new there get the numbers after the last one, which
/// may have been another row's before. `Database`: it is the council's own and lasts.
enum class IdOrigin { ReadingOrder, Register, Database };

/// A row as matching sees it.
struct MatchRow {
    int id = 0;
    int element = 0;  ///< 0: belongs to none
    std::string text; ///< its name, or its whole wording
    IdOrigin origin = IdOrigin::ReadingOrder;
};

/// Whether rows without a database's id whose words differ may still be the same row, told by the words they share.
enum class Rewording { No, Yes };

/// For every row of `after`, the index of the row of `before` that it continues, or -1 for a new one. No row continues
/// two. By id where both are a database's; else by name (nameKey), first within an element, then anywhere; else, with
/// Rewording::Yes, the two of one element that share most words, if that is at least three in five of both together;
/// else by the id of a register, where a row that was matched under the same id stands after it: new rows get higher
/// ids than all that stay, so this one was not given anew.
std::vector<int> matchRows(const std::vector<MatchRow>& before, const std::vector<MatchRow>& after,
                           Rewording rewording);

} // namespace sightline
