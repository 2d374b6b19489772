#include "data/export/changes_text.h"

#include <gmock/gmock.h>

#include "tests/support/example_checklist.h"

namespace sightline {
namespace {

using testing::HasSubstr;
using testing::Not;

const Day kThen = day(2026, 6, 14);
const Day kNow = day(2026, 9, 1);

Checklist changed() {
    Checklist after = exampleChecklist();
    after.positionDate = {2026, 9, 0};
    after.elements[0].opinion = 4;
    after.actions[2].due = {2026, 10, 1};
    after.positions[1].text = "A plan is in place now.";
    return after;
}

std::string textOf(const Checklist& after, std::size_t width) {
    return changesText(compareChecklists(exampleChecklist(), kThen, after, kNow), width);
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

TEST(ChangesText, NothingChangedIsSaidOnce) {
    EXPECT_EQ(changesText(compareChecklists(exampleChecklist(), kThen, exampleChecklist(), kThen), 80),
              "June 2026 → June 2026 · 0 days\n"
              "Nothing changed: opinions, actions, evidence and positions are the same.\n");
}

TEST(ChangesText, HasTheFourSectionsAndAlignsWhatHappened) {
    const std::string text = textOf(changed(), 80);
    EXPECT_THAT(text, HasSubstr("Opinions: 1 down\n"
                                "  down          1 Senior management arrangements\n"
                                "                Reasonable → No assurance · Head of Internal Audit · 20 May 2026\n"));
    EXPECT_THAT(text, HasSubstr("\n  79 days late  Close the two points.\n"
                                "                - Report back.\n"
                                "                element 1 · 14 Jun 2026 · Head of Quality\n"));
    EXPECT_THAT(text, HasSubstr("\n  dated         Train new staff.\n"
                                "                element 5 · 1 Oct 2026, had no date · Head of Quality\n"));
    EXPECT_THAT(text, HasSubstr("\n  reworded      A plan is in place now.\n"
                                "                element 1\n"
                                "                before: A plan is in place.\n"));
    EXPECT_THAT(text, HasSubstr("\nEvidence\n  No evidence changed.\n"));
    EXPECT_THAT(text, Not(HasSubstr("No action changed")));
}

TEST(ChangesText, SaysWhichSectionsAreEmptyAndHowScalesWereCompared) {
    Checklist after = exampleChecklist();
    after.scale[0].word = "Strong";
    const std::string text = changesText(compareChecklists(exampleChecklist(), kThen, after, kThen), 80);
    EXPECT_THAT(text, HasSubstr("The opinion scale changed. Compared as the same: Substantial and Strong.\n"));
    EXPECT_THAT(text, HasSubstr("\nActions\n  No action changed.\n"));
}

TEST(ChangesText, WrapsAtWordsAndCountsCharactersNotBytes) {
    Checklist after = changed();
    std::string words; // two bytes a letter
    for (int i = 0; i < 40; ++i) words += "ééééééé ";
    after.actions[4].text = words + "\n" + words;
    for (const std::size_t width : {0U, 72U, 1000U}) {
        const std::size_t most = std::clamp<std::size_t>(width, 60, 110);
        std::size_t widest = 0;
        for (const std::string& line : linesOf(textOf(after, width))) {
            const auto length = static_cast<std::size_t>(
                std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
            EXPECT_LE(length, most) << line;
            EXPECT_FALSE(line.ends_with(' ')) << line;
            widest = std::max(widest, length);
        }
        EXPECT_GT(widest, most - 8);
    }
}

TEST(ChangesText, AWordLongerThanTheLineIsNotBroken) {
    Checklist after = changed();
    const std::string word(200, 'x');
    after.actions[4].text = "Read " + word + " today";
    EXPECT_THAT(textOf(after, 80), HasSubstr(" " + word + "\n"));
}

} // namespace
} // namespace sightline
