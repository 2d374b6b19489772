// Any text in lines of any width: the first byte says how wide, the rest is the text.
#include <algorithm>

#include "render/text_fit.h"
#include "tests/fuzz/fuzz_target.h"

namespace sightline::fuzz {
namespace {

const FontMetrics& font() {
    static const FontMetrics metrics = [] {
        BakedFont baked;
        baked.size = 20;
        for (char32_t code = U' '; code < 0x7F; ++code)
            baked.glyphs.push_back({.code = code, .advance = code % 3 == 0 ? 6.F : 10.F});
        for (const char32_t code : {U'…', U'é', U'\uFFFD'}) baked.glyphs.push_back({.code = code, .advance = 10});
        return FontMetrics(baked);
    }();
    return metrics;
}

std::size_t lettersIn(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c != ' ' && c != '\n'; }));
}

void breakLines(std::string_view text, float width) {
    LineBreaker breaker(font(), text, width);
    std::string_view line;
    std::size_t letters = 0;
    std::size_t lines = 0;
    while (breaker.next(line)) {
        letters += lettersIn(line);
        require(++lines <= text.size(), "every line takes something");
        require(line.empty() || (line.data() >= text.data() && line.data() + line.size() <= text.data() + text.size()),
                "a line is a part of the text");
        // A character that is wider than the line stands alone; it has four bytes at most.
        require(line.size() <= 4 || font().width(line) <= width + 0.01F, "no line is too wide");
    }
    require(letters == lettersIn(text), "no letter is lost");
    require(countLines(font(), text, width, 3) == static_cast<int>(std::min<std::size_t>(lines, 3)),
            "lines are counted");
}

} // namespace

void takeInput(std::string_view input) {
    if (input.empty()) return;
    const float width = static_cast<float>(static_cast<signed char>(input[0])) * 4;
    const std::string_view text = input.substr(1);
    breakLines(text, width);
    const Fitted fitted = fitLine(font(), text, width);
    require(text.starts_with(fitted.text), "what fits is a beginning");
    require(fitted.cut == (fitted.text.size() < text.size()), "what is cut has an ellipsis, nothing else");
    require(fitted.text.empty() || font().width(fitted.text) <= width + 0.01F, "what fits is no wider");
    const std::string_view parts = fitParts(font(), text, width);
    require(text.starts_with(parts), "the parts that fit are the first ones");
}

std::vector<std::string> seeds() {
    return {"\x20one two three four",
            "\x08"
            "decision-maker either/or safeguarding",
            "\x14"
            "1 down \xC2\xB7 2 up \xC2\xB7 3 new",
            "\x0a"
            "caf\xC3\xA9 \xE2\x80\xA6\nnext line\n\n\xF0\x9F\x98\x80 end",
            "\x01"
            "abc",
            "\xff"
            "abc",
            "\x7f"
            "\xFF\xFE broken \xE2\x80"};
}

} // namespace sightline::fuzz
