#include "app/option_words.h"

#include <algorithm>
#include <array>

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

namespace {

struct PageWord {
    RotationPage page;
    const char* word;
};
constexpr std::array kPageWords = {PageWord{RotationPage::Overview, "overview"}, PageWord{RotationPage::Map, "map"},
                                   PageWord{RotationPage::Actions, "actions"},
                                   PageWord{RotationPage::Attention, "attention"},
                                   PageWord{RotationPage::Changes, "changes"}};

} // namespace

std::optional<RotationPage> parseRotationPage(const std::string& word) {
    const auto found = std::ranges::find_if(kPageWords, [&word](const PageWord& known) { return word == known.word; });
    return found == kPageWords.end() ? std::nullopt : std::optional(found->page);
}

std::string rotationWords(const std::vector<RotationPage>& pages) {
    std::string words;
    for (const RotationPage page : pages)
        words += (words.empty() ? "" : ", ") + std::string(std::ranges::find(kPageWords, page, &PageWord::page)->word);
    return words;
}

} // namespace sightline
