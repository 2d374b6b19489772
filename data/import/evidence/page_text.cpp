#include "data/import/evidence/page_text.h"

#include <algorithm>

#include "data/import/text.h"
#include "data/limits.h"

namespace sightline {
namespace {

bool isLower(char c) { return c >= 'a' && c <= 'z'; }

// "improve-" and "ment" are one word; "Self-" and "Evaluation" stay two.
bool isDivided(const std::string& text, const std::string& line) {
    return text.size() >= 2 && text.back() == '-' && isLower(text[text.size() - 2]) && isLower(line.front());
}

/// Symbol fonts have bullets and ticks where Unicode has no characters (the private use area): as text they are dots.
std::string withoutSymbols(const std::string& line) {
    constexpr char32_t kFirst = 0xE000;
    constexpr char32_t kLast = 0xF8FF;
    std::string out;
    for (const char32_t c : codePoints(line)) out += c >= kFirst && c <= kLast ? std::string("\u2022") : utf8(c);
    return out;
}

} // namespace

PageText cleanPageText(std::string_view raw) {
    PageText page;
    // Bytes beyond this would be cut anyway, and a hostile page may have millions.
    raw = raw.substr(0, limits::kText * 8);
    while (!raw.empty()) {
        const size_t end = std::min(raw.find('\n'), raw.size());
        const std::string line = withoutSymbols(oneLine(raw.substr(0, end)));
        raw.remove_prefix(std::min(end + 1, raw.size()));
        if (line.empty()) continue;
        if (isDivided(page.text, line))
            page.text.pop_back();
        else if (!page.text.empty())
            page.text += '\n';
        page.text += line;
    }
    const std::u32string all = codePoints(page.text);
    if (all.size() <= limits::kText) return page;
    page.text.clear();
    for (const char32_t c : all.substr(0, limits::kText)) page.text += utf8(c);
    page.cut = true;
    return page;
}

std::vector<PageText> cleanPageTexts(std::string_view raw, size_t pages) {
    std::vector<PageText> out;
    for (size_t i = 0; i < pages; ++i) {
        const size_t end = std::min(raw.find('\f'), raw.size());
        out.push_back(cleanPageText(raw.substr(0, end)));
        raw.remove_prefix(std::min(end + 1, raw.size()));
    }
    return out;
}

} // namespace sightline
