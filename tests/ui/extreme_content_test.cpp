#include <algorithm>
#include <gtest/gtest.h>

#include "app/options.h"
#include "tests/support/extreme_snapshots.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using namespace testing_support;

/// Whatever the texts are, targets stay on the panel and apart, and nothing crashes.
void expectSound(const Snapshot& snapshot) {
    const double least = kDiagonalIn.low;
    for (const Room& room :
         {Room{1920, 1080, 65, 4}, Room{1080, 1920, 65, 4}, Room{1280, 800, 32, 6}, Room{1280, 800, least, 1},
          Room{1920, 1080, least, 1}, Room{1080, 1920, least, 1}, Room{1024, 768, least, 1}}) {
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

TEST(ExtremeContent, LongWordsAndTexts) { expectSound(longWords()); }
TEST(ExtremeContent, LongSentences) { expectSound(longSentences()); }
TEST(ExtremeContent, ManySubPoints) { expectSound(manySubPoints()); }
TEST(ExtremeContent, NoTextAtAll) { expectSound(noText()); }
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
    std::vector<DrawnText> texts;
    pages.frame().recordText(&texts);
    const auto says = [&](Lacking lacking, std::string_view words) {
        texts.clear();
        pages.view.source.lacking = lacking;
        pages.frame().build(pages.view, {}, lookOf(ThemeName::Light), {}, targets);
        return std::ranges::any_of(texts, [words](const DrawnText& text) { return text.text.starts_with(words); });
    };
    EXPECT_TRUE(says(Lacking::None, "No snapshot to show yet"));
    EXPECT_TRUE(says(Lacking::Refused, "There is nothing at that path."));
    EXPECT_TRUE(says(Lacking::PutAside, "The wall stopped three times"));
    EXPECT_TRUE(says(Lacking::PutAside, "Publish a corrected snapshot."));
    EXPECT_FALSE(says(Lacking::PutAside, "No snapshot to show yet"));
    pages.frame().recordText(nullptr);
    UiState health;
    health.here = {Page::Health, 0};
    pages.frame().build(pages.view, health, lookOf(ThemeName::Light), {}, targets);
    EXPECT_NE(targets.find(Targets::keyOf("back")), nullptr);
}

} // namespace
} // namespace sightline
