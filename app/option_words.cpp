#include "app/option_words.h"

namespace sightline {

std::optional<ThemeName> parseTheme(const std::string& word) {
    for (const ThemeName theme : kThemes)
        if (word == themeWord(theme)) return theme;
    return std::nullopt;
}

std::string themeWord(ThemeName theme) {
    switch (theme) {
    case ThemeName::Light: return "light";
    case ThemeName::Dark: return "dark";
    case ThemeName::HighContrast: return "high-contrast";
    case ThemeName::BlackAndWhite: return "black-and-white";
    }
    return "";
}

std::optional<Size> parseSize(const std::string& word) {
    const auto cross = word.find('x');
    if (cross == std::string::npos) return std::nullopt;
    const auto number = [](const std::string& digits) {
        const bool plain =
            !digits.empty() && digits.size() <= 5 && digits.find_first_not_of("0123456789") == std::string::npos;
        return plain ? std::stoi(digits) : 0;
    };
    const Size size{number(word.substr(0, cross)), number(word.substr(cross + 1))};
    const auto sound = [](int side) { return side >= 320 && side <= 16384; };
    if (!sound(size.width) || !sound(size.height)) return std::nullopt;
    return size;
}

std::string sizeWord(Size size) { return std::to_string(size.width) + "x" + std::to_string(size.height); }

} // namespace sightline
