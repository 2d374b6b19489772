#include "render/text_fit.h"

#include <algorithm>
#include <cmath>

#include "render/utf8.h"

namespace sightline {
namespace {

constexpr char32_t kEllipsis = U'…';

bool breaksAfter(char32_t code) { return code == U'-' || code == U'/' || code == U'–' || code == U'—'; }

std::string_view withoutTrailingSpace(std::string_view text) {
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

} // namespace

FontMetrics::FontMetrics(const BakedFont& font)
    : size(font.size), ascent(font.ascent), descent(font.descent), capHeight(font.capHeight) {
    for (const BakedGlyph& glyph : font.glyphs) {
        if (glyph.code < ascii_.size())
            ascii_[glyph.code] = glyph.advance;
        else
            others_.emplace_back(glyph.code, glyph.advance);
        if (glyph.code == U'\uFFFD') missing_ = glyph.advance;
    }
    // What Dear ImGui draws for a character that is not there: U+FFFD, or where the font lacks that too, this.
    if (missing_ == 0) missing_ = ascii_['?'];
    std::sort(others_.begin(), others_.end());
}

float FontMetrics::advance(char32_t code) const {
    if (code < ascii_.size()) return ascii_[code];
    const auto found = std::lower_bound(others_.begin(), others_.end(), std::pair{code, -1.0F});
    return found != others_.end() && found->first == code ? found->second : missing_;
}

float FontMetrics::width(std::string_view text) const {
    float width = 0;
    for (std::size_t at = 0; at < text.size();) width += advance(decodeUtf8(text, at));
    return width;
}

float FontMetrics::lineHeight() const { return std::round(size * 1.28F); }

bool LineBreaker::next(std::string_view& line) {
    if (rest_.empty()) return false;
    float width = 0;
    std::size_t breakAt = 0; // the latest place a line may end
    for (std::size_t at = 0; at < rest_.size();) {
        const std::size_t start = at;
        const char32_t code = decodeUtf8(rest_, at);
        if (code == U'\n') {
            line = withoutTrailingSpace(rest_.substr(0, start));
            rest_.remove_prefix(at);
            return true;
        }
        width += font_.advance(code);
        if (width > width_ && code != U' ' && start > 0) {
            const std::size_t end = breakAt > 0 ? breakAt : start;
            line = withoutTrailingSpace(rest_.substr(0, end));
            rest_.remove_prefix(end);
            while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
            return true;
        }
        if (code == U' ' || breaksAfter(code)) breakAt = at;
    }
    line = withoutTrailingSpace(rest_);
    rest_ = {};
    return true;
}

int countLines(const FontMetrics& font, std::string_view text, float width, int most) {
    LineBreaker breaker(font, text, width);
    std::string_view line;
    int lines = 0;
    while (lines < most && breaker.next(line)) ++lines;
    return lines;
}

Fitted fitLine(const FontMetrics& font, std::string_view text, float width) {
    const float ellipsis = font.advance(kEllipsis);
    float used = 0;
    std::size_t fits = 0; // the longest beginning that leaves room for the ellipsis
    for (std::size_t at = 0; at < text.size();) {
        used += font.advance(decodeUtf8(text, at));
        if (used > width) return {withoutTrailingSpace(text.substr(0, fits)), true};
        if (used + ellipsis <= width) fits = at;
    }
    return {text, false};
}

std::string_view fitParts(const FontMetrics& font, std::string_view text, float width) {
    while (!text.empty() && font.width(text) > width) {
        const std::size_t dot = text.rfind(" · ");
        text = dot == std::string_view::npos ? std::string_view{} : text.substr(0, dot);
    }
    return text;
}

} // namespace sightline
