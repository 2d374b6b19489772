#include <gtest/gtest.h>

#include "data/defaults.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;
using testing_support::Scene;
using testing_support::scenesOf;

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

/// A snapshot with rows but with texts as given everywhere.
Snapshot everywhere(const std::string& text) {
    Snapshot snapshot;
    Checklist& c = snapshot.checklist;
    c.title = c.authority = c.service = c.approvedBy = text;
    c.positionDate = {2026, 6, 0};
    c.scale = defaultScale();
    c.lines = defaultLines();
    c.kinds = {{1, text}};
    c.roleHolders = {{1, text, text, text, {}}};
    c.culture = c.background = {{1, text, {}}};
    for (int number = 1; number <= 6; ++number) {
        c.elements.push_back({number, text, text, number % 5, text, {2020, 1, 2}, text, {}});
        c.positions.push_back({number, number, text, {}});
        c.evidence.push_back({number,
                              text,
                              text,
                              Line::Oversight,
                              true,
                              1,
                              text,
                              {2001, 0, 0},
                              {2002, 0, 0},
                              "https://x.example",
                              text,
                              text,
                              0,
                              {}});
        for (int element = 1; element <= 6; ++element) c.links.push_back({number, element, number, {}});
        c.actions.push_back({number, number, text, text, {1999, 12, 0}, ActionStatus::Open, {}, {}});
    }
    return snapshot;
}

/// A checklist that says almost nothing: what a council starts with.
Snapshot nearlyEmpty() {
    Snapshot snapshot;
    Checklist& c = snapshot.checklist;
    c.title = "Test of Assurance";
    c.authority = "Northmoor Council";
    c.positionDate = {2026, 0, 0};
    c.scale = defaultScale();
    c.lines = defaultLines();
    c.elements.push_back({1, "Only element", "The only element.", 0, "", {}, "", {}});
    c.evidence.push_back({1, "Only item", "", Line::Management, false, 0, "", {}, {}, "", "", "", 0, {}});
    return snapshot;
}

/// Whatever the texts are, targets stay on the panel and apart, and nothing crashes.
void expectSound(const Snapshot& snapshot) {
    for (const Room& room :
         {Room{1920, 1080, 65, 4}, Room{1080, 1920, 65, 4}, Room{1280, 800, 32, 6}, Room{800, 480, 7, 1}}) {
        PageBuilder pages(snapshot, room);
        for (const Scene& scene : scenesOf(snapshot)) {
            SCOPED_TRACE(scene.name + ", " + std::to_string(room.width));
            const auto all = pages.build(scene).all();
            for (std::size_t i = 0; i < all.size(); ++i) {
                const Rect& a = all[i].rect;
                EXPECT_TRUE(a.x >= 0 && a.y >= 0 && a.right() <= static_cast<float>(room.width) + 1 &&
                            a.bottom() <= static_cast<float>(room.height) + 1)
                    << all[i].id;
                for (std::size_t j = i + 1; j < all.size(); ++j) {
                    const Rect& b = all[j].rect;
                    EXPECT_TRUE(a.right() <= b.x + 1 || b.right() <= a.x + 1 || a.bottom() <= b.y + 1 ||
                                b.bottom() <= a.y + 1)
                        << all[i].id << " and " << all[j].id;
                }
            }
        }
    }
}

TEST(ExtremeContent, LongWordsAndTexts) { expectSound(everywhere(repeated("Donaudampfschifffahrtsgesellschaft", 40))); }
TEST(ExtremeContent, LongSentences) { expectSound(everywhere(repeated("a board that meets and meets again, ", 120))); }
TEST(ExtremeContent, ManySubPoints) { expectSound(everywhere(repeated("point\n", 60))); }
TEST(ExtremeContent, NoTextAtAll) { expectSound(everywhere("")); }
TEST(ExtremeContent, LettersInterDoesNotHave) { expectSound(everywhere("日本語 🙂 \u05D0")); }
TEST(ExtremeContent, AlmostNothing) { expectSound(nearlyEmpty()); }

TEST(ExtremeContent, WithoutASnapshotThereIsStillAPage) {
    Snapshot unused = nearlyEmpty();
    PageBuilder pages(unused, {});
    pages.view =
        makeView(nullptr, Day{}, {"/srv/sightline/snapshot.db", "There is nothing at that path.", "14:05", ""});
    Targets targets;
    pages.frame().build(pages.view, {}, lookOf(ThemeName::Light), {}, targets);
    ASSERT_EQ(targets.all().size(), 1U);
    EXPECT_EQ(targets.all().front().label, "Health of this wall");
    UiState health;
    health.here = {Page::Health, 0};
    pages.frame().build(pages.view, health, lookOf(ThemeName::Light), {}, targets);
    EXPECT_NE(targets.find(Targets::keyOf("back")), nullptr);
}

} // namespace
} // namespace sightline
