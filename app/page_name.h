#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "render/ui_types.h"

namespace sightline {

/// "overview", "element:3", "evidence", "evidence:12", "evidence:12:3" (page 3 of its document), "actions", "map",
/// "changes", "search", "about": as the command line takes it and the
std::string pageName(const Location& place);

/// Reads what pageName writes, and "search:family hub"; nothing for anything else.
std::optional<Location> parsePageName(std::string_view name);

/// What covers the page, of "curtain", "pin", "pin:typed", "pin:wrong" and "pin:wait"; empty: nothing.
std::string_view coverInPageName(std::string_view name);
/// What such a name asks the search page to look for: "family hub"; empty for other pages.
std::string_view queryInPageName(std::string_view name);

} // namespace sightline
