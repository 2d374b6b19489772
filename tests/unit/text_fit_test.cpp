#include "render/text_fit.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

/// A font in which every character is ten pixels wide.
FontMetrics tenWide() {
    BakedFont font;
    font.size = 20;
    for (char32_t code = U' '; code < 0x7F; ++code) font.glyphs.push_back({.code = code, .advance = 10});
    for (const char32_t code : {U'…', U'é', U'\uFFFD'}) font.glyphs.push_back({.code = code, .advance = 10});
    return FontMetrics(font);
}

std::vector<std::string> linesOf(std::string_view text, float width) {
    const FontMetrics font = tenWide();
    LineBreaker breaker(font, text, width);
    std::vector<std::string> lines;
    std::string_view line;
    while (breaker.next(line)) lines.emplace_back(line);
    return lines;
}

using Lines = std::vector<std::string>;

TEST(TextFit, BreaksAtSpacesAndHyphens) {
    EXPECT_EQ(linesOf("one two three", 70), (Lines{"one two", "three"}));
    EXPECT_EQ(linesOf("decision-maker", 90), (Lines{"decision-", "maker"}));
    EXPECT_EQ(linesOf("either/or", 70), (Lines{"either/", "or"}));
}

TEST(TextFit, BreaksAWordOnlyWhereItIsWiderThanALine) {
    EXPECT_EQ(linesOf("safeguarding", 50), (Lines{"safeg", "uardi", "ng"}));
    EXPECT_EQ(linesOf("a safeguarding b", 50), (Lines{"a", "safeg", "uardi", "ng b"}));
}

TEST(TextFit, KeepsLineFeedsAndDropsTheSpaceAtABreak) {
    EXPECT_EQ(linesOf("one\ntwo", 100), (Lines{"one", "two"}));
    EXPECT_EQ(linesOf("one   two", 40), (Lines{"one", "two"}));
    EXPECT_EQ(linesOf("", 100), (Lines{}));
}

TEST(TextFit, GoesOnWhereNothingFits) {
    // A width below one character must neither hang nor lose a letter.
    EXPECT_EQ(linesOf("abc", 5), (Lines{"a", "b", "c"}));
    EXPECT_EQ(linesOf("abc", -5), (Lines{"a", "b", "c"}));
}

TEST(TextFit, NeverCutsInsideACharacter) {
    EXPECT_EQ(linesOf("ééé", 20), (Lines{"éé", "é"}));
    const Fitted fitted = fitLine(tenWide(), "éééé", 30);
    EXPECT_EQ(fitted.text, "éé");
    EXPECT_TRUE(fitted.cut);
}

TEST(TextFit, SurvivesBrokenUtf8) {
    EXPECT_EQ(tenWide().width("\xC3"), 10);
    EXPECT_EQ(tenWide().width("\xE2\x80"), 10);
    EXPECT_EQ(linesOf("\xFF\xFE", 10).size(), 2U);
}

TEST(TextFit, PutsAnEllipsisOnlyWhereTextIsCut) {
    const FontMetrics font = tenWide();
    EXPECT_FALSE(fitLine(font, "exact", 50).cut);
    EXPECT_EQ(fitLine(font, "exactly", 50).text, "exac");
    EXPECT_TRUE(fitLine(font, "exactly", 50).cut);
    EXPECT_EQ(fitLine(font, "a bcd", 40).text, "a b") << "the longest that leaves room for the ellipsis";
    EXPECT_EQ(fitLine(font, "abcdef", 5).text, "");
}

TEST(TextFit, CountsNoMoreLinesThanAsked) {
    EXPECT_EQ(countLines(tenWide(), "one two three four", 50, 2), 2);
    EXPECT_EQ(countLines(tenWide(), "one", 50, 2), 1);
}

TEST(TextFit, KeepsWholePartsFromTheFirstOn) {
    const FontMetrics font = tenWide(); // a dot between parts, which it does not have, is as wide as the rest
    EXPECT_EQ(fitParts(font, "1 down · 2 up · 3 new", 210), "1 down · 2 up · 3 new");
    EXPECT_EQ(fitParts(font, "1 down · 2 up · 3 new", 209), "1 down · 2 up");
    EXPECT_EQ(fitParts(font, "1 down · 2 up · 3 new", 60), "1 down");
    EXPECT_EQ(fitParts(font, "1 down · 2 up · 3 new", 59), "");
    EXPECT_EQ(fitParts(font, "", 10), "");
}

TEST(TextFit, MeasuresWhatIsDrawnForAMissingCharacter) {
    BakedFont font;
    font.glyphs = {{.code = U'?', .advance = 7}};
    EXPECT_EQ(FontMetrics(font).width("\uF0B7"), 7) << "a question mark";
    font.glyphs.push_back({.code = U'\uFFFD', .advance = 12});
    EXPECT_EQ(FontMetrics(font).width("\uF0B7"), 12) << "the box";
}

} // namespace
} // namespace sightline
