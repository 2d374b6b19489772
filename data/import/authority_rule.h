#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightline {

/// The council that a document speaks of: the name that ends in Council ("Northmoor County Council") or begins with
/// Borough of ("London Borough of Northmoor") and is named most often, those with a word of the title first. "" for
/// none; "Youth Council", "the Council" and the like are not names.
std::string authorityIn(const std::vector<std::string>& texts, std::string_view title);

/// "Children's Services", as the texts spell it; "" where none speaks of it.
std::string serviceIn(const std::vector<std::string>& texts);

} // namespace sightline
