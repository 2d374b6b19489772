#pragma once

#include <optional>
#include <string>

#include "app/options.h"

namespace sightline {

// How values are written on the command line and in the configuration file. Reading gives nothing for anything else.

/// "light", "dark", "high-contrast" or "black-and-white".
std::optional<ThemeName> parseTheme(const std::string& word);
std::string themeWord(ThemeName theme);

/// "1920x1080", each side 320 to 16384 pixels.
std::optional<Size> parseSize(const std::string& word);
std::string sizeWord(Size size);

/// "overview", "map", "actions", "attention" or "changes".
std::optional<RotationPage> parseRotationPage(const std::string& word);
/// "overview, map".
std::string rotationWords(const std::vector<RotationPage>& pages);

} // namespace sightline
