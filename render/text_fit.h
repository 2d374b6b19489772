#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "render/fonts.h"

namespace sightline {

/// Widths of a font's characters, and its vertical measures. Pixels. Needs no Dear ImGui.
class FontMetrics {
public:
    FontMetrics() = default;
    explicit FontMetrics(const BakedFont& font);

    float size = 0;
    float ascent = 0;
    float descent = 0; ///< negative
    float capHeight = 0;

    [[nodiscard]] float advance(char32_t code) const;
    [[nodiscard]] float width(std::string_view text) const;
    /// Distance from one line's top to the next one's.
    [[nodiscard]] float lineHeight() const;

private:
    std::array<float, 128> ascii_{};
    std::vector<std::pair<char32_t, float>> others_; ///< sorted
    float missing_ = 0;                              ///< of characters the font does not have
};

/// Breaks text into lines that are no wider than a width. Breaks at spaces and after hyphens and slashes, at line
/// feeds, and inside a word only where it is wider than a whole line. Allocates nothing.
class LineBreaker {
public:
    LineBreaker(const FontMetrics& font, std::string_view text, float width)
        : font_(font), rest_(text), width_(width) {}

    /// The next line without the space it broke at. False: there is none.
    bool next(std::string_view& line);
    /// What the lines taken so far have left.
    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    const FontMetrics& font_;
    std::string_view rest_;
    float width_;
};

/// How many lines a text takes, at most `most`.
int countLines(const FontMetrics& font, std::string_view text, float width, int most);

/// The longest beginning of `text` that fits `width` with an ellipsis after it; the whole text where that fits.
struct Fitted {
    std::string_view text;
    bool cut = false; ///< an ellipsis is to follow
};
Fitted fitLine(const FontMetrics& font, std::string_view text, float width);

/// As many of the parts between " · " as fit `width`, from the first on. Empty where not even one does.
std::string_view fitParts(const FontMetrics& font, std::string_view text, float width);

} // namespace sightline
