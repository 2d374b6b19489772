#pragma once

#include <cstddef>
#include <string_view>

namespace sightline {

/// How many letters have to be left out, added, changed or swapped with their neighbour to make one word of the other
/// (the optimal string alignment distance). For words of a person's typing, not for long texts.
std::size_t typingErrors(std::string_view typed, std::string_view meant);

/// Few enough of them that somebody may well have meant that word: one in a short word, two in a longer one.
bool isNearMiss(std::string_view typed, std::string_view meant);

} // namespace sightline
