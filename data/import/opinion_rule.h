#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/model.h"

namespace sightline {

/// An opinion read from a cell.
struct OpinionFound {
    int id = 0;         ///< Opinion::id; 0: not assessed
    std::string reason; ///< what follows the word: "Limited – records are late"
};

/// Reads a word of the scale, with or without "assurance" after it and a reason behind a dash, colon, comma or full
/// stop. Nothing for any other text: "Green" is not a word of the scale, and what it would mean is for a person to say.
std::optional<OpinionFound> findOpinion(std::string_view text, const std::vector<Opinion>& scale);

} // namespace sightline
