#pragma once

#include <string>
#include <string_view>

namespace sightline {

/// What is wrong with the name of a site that isSiteName refuses.
inline constexpr const char* kSiteRule =
    "The name of a site is 1 to 64 small letters a to z, digits and hyphens, such as northmoor-council.";

/// Whether a word may name a site. A site is whose snapshots a wall shows: two walls that trust the same key do not
/// take each other's.
bool isSiteName(std::string_view word);

/// The name of a site for an authority: "Northmoor Council" is "northmoor-council". Letters beyond a to z are left out;
/// where nothing is left it is "council".
std::string siteFor(std::string_view authority);

} // namespace sightline
