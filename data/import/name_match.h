#pragma once

#include <string>
#include <string_view>

namespace sightline {

/// What names are compared by: letters and digits in lower case. Case, punctuation, spacing and a trailing full stop
/// make no difference, so "Self-Evaluation." and "Self evaluation" are the same name. Empty for a name without letters.
std::string nameKey(std::string_view name);

/// "None", "N/A", "Nil", "-", "None identified": words that say that there is nothing.
bool saysNothing(std::string_view text);

} // namespace sightline
