#include "data/search/words.h"

#include <gmock/gmock.h>

namespace sightline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    FoldedWord word;
    for (WordReader reader(text); reader.next(word);) words.emplace_back(word.view());
    return words;
}

TEST(SearchWords, SplitsAtWhatIsNoLetterOrDigit) {
    EXPECT_THAT(wordsOf("Self-evaluation, 2023/24 (draft)\nv2"),
                ElementsAre("self", "evaluation", "2023", "24", "draft", "v2"));
    EXPECT_THAT(wordsOf(" – … “” "), IsEmpty());
    EXPECT_THAT(wordsOf(""), IsEmpty());
}

TEST(SearchWords, CaseAndAccentsMakeNoDifference) {
    EXPECT_THAT(wordsOf("ÉCOLE Zoë Tŷ Łódź Straße Ærø ΣΊΣΥΦΟΣ"),
                ElementsAre("ecole", "zoe", "ty", "lodz", "strasse", "aero", "σισυφοσ"));
    EXPECT_THAT(wordsOf("e\u0301cole"), ElementsAre("ecole")) << "an accent of its own";
}

TEST(SearchWords, LigaturesSoftHyphensAndWideLettersAreWhatTheyLookLike) {
    EXPECT_THAT(wordsOf("o\uFB03cer safe\u00ADguarding \uFF28\uFF35\uFF22"),
                ElementsAre("officer", "safeguarding", "hub"));
}

TEST(SearchWords, AnApostropheDoesNotEndAWord) {
    EXPECT_THAT(wordsOf("children's children’s boards’ 'quoted'"),
                ElementsAre("childrens", "childrens", "boards", "quoted"));
}

TEST(SearchWords, KnowWhereTheyStand) {
    const std::string text = "ein Straßenfest";
    FoldedWord word;
    WordReader reader(text);
    ASSERT_TRUE(reader.next(word) && reader.next(word));
    EXPECT_EQ(word.view(), "strassenfest");
    EXPECT_EQ(text.substr(word.begin, word.end - word.begin), "Straßenfest");
    EXPECT_EQ(text.substr(word.begin, word.behind[5] - word.begin), "Straß") << "half a letter is no end";
}

TEST(SearchWords, EndlessWordsCountByTheirBeginning) {
    const auto words = wordsOf(std::string(20'000, 'x') + " é" + std::string(kWordBytes - 2, 'e') + "ж");
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[0], std::string(kWordBytes, 'x'));
    EXPECT_EQ(words[1], std::string(kWordBytes - 1, 'e')) << "a letter of two bytes is not cut in half";
}

TEST(SearchWords, BrokenBytesEndAWord) {
    EXPECT_THAT(wordsOf("fam\xFFily \xE2\x80 hub\xC3"), ElementsAre("fam", "ily", "hub"));
}

TEST(SearchWords, AQueryHoldsEachWordOnceAndTheLongerOne) {
    EXPECT_THAT(queryWords("Hub family fam HUB"), ElementsAre("hub", "family"));
    EXPECT_THAT(queryWords("f fa fam"), ElementsAre("fam"));
    EXPECT_THAT(queryWords("a b c d e f g h i j k"), testing::SizeIs(kQueryWords));
    EXPECT_THAT(queryWords("?! –"), IsEmpty());
}

} // namespace
} // namespace sightline
