#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sightline {

/// The number in a cell that holds nothing else: "1", "2.", "(3)", "Element 4", "No. 5". Up to 99; the caller decides
/// which elements there are.
std::optional<int> bareNumber(std::string_view text);

/// A number at the head of a statement, and the statement without it: "1. Clarity about ...", "Element 2: ...".
struct NumberedStatement {
    std::optional<int> number;
    std::string statement;
};
NumberedStatement splitNumber(std::string_view text);

/// Which of the six elements of the 2013 statutory guidance a statement speaks of, by its key phrases; 0 where none or
/// several do.
int elementByMeaning(std::string_view statement);

/// Most characters of a title that is made of a statement's first words: what a tile holds in two lines.
constexpr std::size_t kTitleCharacters = 36;

/// A title for a tile: the default title of the element that the statement speaks of, or else its first words.
std::string shortTitle(std::string_view statement);

} // namespace sightline
