#include <algorithm>
#include <gtest/gtest.h>
#include <utility>

#include "app/room_copy.h"
#include "data/sample.h"
#include "tests/support/board_panels.h"
#include "tests/support/extreme_snapshots.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::BoardPanel;
using testing_support::kBoardPanels;
using testing_support::PageBuilder;
using testing_support::Scene;
using testing_support::scenesOf;

constexpr float kRounding = 2; // pixels

struct Content {
    const char* name;
    Snapshot (*make)();
};
const Content kContents[] = {
    {"Dorset", [] { return sampleSnapshot("dorset").value(); }},
    {"Northmoor", [] { return sampleSnapshot("northmoor").value(); }},
    {"LongWords", [] { return testing_support::longWords(); }},
    {"LongSentences", [] { return testing_support::longSentences(); }},
    {"ManySubPoints", [] { return testing_support::manySubPoints(); }},
    {"NoText", [] { return testing_support::noText(); }},
    {"NearlyEmpty", [] { return testing_support::nearlyEmpty(); }},
};

bool overlap(const Rect& a, const Rect& b) {
    return a.x + kRounding < b.right() && b.x + kRounding < a.right() && a.y + kRounding < b.bottom() &&
           b.y + kRounding < a.bottom();
}

/// Every page, with every size of text on every panel, keeps its text whole, apart, and within reach.
class LargerText : public testing::TestWithParam<std::tuple<BoardPanel, int, Content>> {
protected:
    template <class Check>
    void onEveryPage(Check check) {
        const auto& [panel, percent, content] = GetParam();
        const Room room{panel.width, panel.height, 65, 4, percent / 100.0};
        const auto full = std::make_shared<const Snapshot>(content.make());
        const auto closed = closedCopyOf(full, PrivacyOptions());
        onEveryPageOf(*full, *closed, room, check);
        if (closed != full) onEveryPageOf(*closed, *closed, room, check);
    }

private:
    template <class Check>
    void onEveryPageOf(const Snapshot& snapshot, const Snapshot& closed, const Room& room, Check check) {
        PageBuilder pages(snapshot, room);
        pages.view.closed = &closed.checklist;
        std::vector<DrawnText> texts;
        pages.frame().recordText(&texts);
        for (const Scene& scene : scenesOf(snapshot)) {
            SCOPED_TRACE(scene.name);
            texts.clear();
            const Targets& targets = pages.build(scene);
            check(texts, targets, room);
        }
    }
};

TEST_P(LargerText, IsNeverCutOff) {
    onEveryPage([](const std::vector<DrawnText>& texts, const Targets& targets, const Room& room) {
        const auto height = static_cast<float>(room.height);
        const ScrollArea* strip = targets.scrollArea(ListId::ActionStrip);
        for (const DrawnText& text : texts) {
            // Up and down a list scrolls; to the sides only the strip of actions does.
            if (strip != nullptr && text.rect.right() > strip->viewport.right()) continue;
            if (text.text == "a board that does not end at all") continue; // the end is what somebody is typing
            EXPECT_GE(text.rect.x + kRounding, text.clip.x) << text.text;
            EXPECT_LE(text.rect.right(), text.clip.right() + kRounding) << text.text;
            if (text.clip.h < height) continue;
            EXPECT_GE(text.rect.y + kRounding, 0) << text.text;
            EXPECT_LE(text.rect.bottom(), height + kRounding) << text.text;
        }
    });
}

TEST_P(LargerText, DoesNotLieOnOtherText) {
    onEveryPage([](const std::vector<DrawnText>& texts, const Targets&, const Room&) {
        const auto seen = [](const DrawnText& text) {
            const float top = std::max(text.rect.y, text.clip.y);
            return Rect{text.rect.x, top, text.rect.w, std::min(text.rect.bottom(), text.clip.bottom()) - top};
        };
        for (std::size_t i = 0; i < texts.size(); ++i)
            for (std::size_t j = i + 1; j < texts.size(); ++j)
                EXPECT_FALSE(overlap(seen(texts[i]), seen(texts[j])))
                    << '"' << texts[i].text << "\" and \"" << texts[j].text << '"';
    });
}

TEST_P(LargerText, StaysInsideWhatIsTouched) {
    onEveryPage([](const std::vector<DrawnText>& texts, const Targets& targets, const Room&) {
        for (const DrawnText& text : texts)
            for (const Target& target : targets.all()) {
                const Point middle = text.rect.centre();
                if (target.clipped || !target.rect.contains(middle) || !text.clip.contains(middle)) continue;
                if (takesLongPress(target.command)) continue; // it lies over a part of the header
                EXPECT_GE(text.rect.x + kRounding, target.rect.x) << text.text << " on " << target.id;
                EXPECT_LE(text.rect.right(), target.rect.right() + kRounding) << text.text << " on " << target.id;
                EXPECT_LE(text.rect.bottom(), target.rect.bottom() + kRounding) << text.text << " on " << target.id;
            }
    });
}

TEST_P(LargerText, LeavesTargetsLargeEnoughAndApart) {
    onEveryPage([](const std::vector<DrawnText>&, const Targets& targets, const Room& room) {
        const auto all = targets.all();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Rect& rect = all[i].rect;
            EXPECT_GE(rect.x, 0) << all[i].id;
            EXPECT_GE(rect.y, 0) << all[i].id;
            EXPECT_LE(rect.right(), static_cast<float>(room.width) + 1) << all[i].id;
            EXPECT_LE(rect.bottom(), static_cast<float>(room.height) + 1) << all[i].id;
            for (std::size_t j = i + 1; j < all.size(); ++j)
                EXPECT_FALSE(overlap(rect, all[j].rect)) << all[i].id << " and " << all[j].id;
            if (all[i].clipped) continue;
            EXPECT_GE(rect.w + 1, room.targetSide()) << all[i].id;
            EXPECT_GE(rect.h + 1, room.targetSide()) << all[i].id;
        }
    });
}

/// What scrolls shows at least a line and a half at a time, or nobody could read it.
TEST_P(LargerText, LeavesListsTallEnoughToRead) {
    const auto& [panel, percent, content] = GetParam();
    const Room room{panel.width, panel.height, 65, 4, percent / 100.0};
    const float line = typeSizes(room)[static_cast<std::size_t>(Style::Row)] * 1.28F;
    onEveryPage([line](const std::vector<DrawnText>&, const Targets& targets, const Room&) {
        for (const ScrollArea& area : targets.scrollAreas()) {
            if (area.list == ListId::DocumentDown || area.list == ListId::DocumentAcross) continue; // a picture
            EXPECT_GE(area.extent(), std::min(1.5F * line, area.content)) << static_cast<int>(area.list);
        }
    });
}

/// Where a meeting is offered, every page of it says whole where it is and has the way on and the way home. A panel too
/// small for that offers none, on whatever page.
TEST_P(LargerText, OffersAMeetingOnlyWhereItsBarFits) {
    const Snapshot snapshot = std::get<Content>(GetParam()).make();
    const auto count = std::to_string(snapshot.checklist.elements.size());
    bool offered = false;
    bool first = true;
    onEveryPage([&](const std::vector<DrawnText>& texts, const Targets& targets, const Room&) {
        const auto touches = [&](std::string_view id) {
            return std::ranges::find(targets.all(), id, &Target::id) != targets.all().end();
        };
        const auto says = [&](auto matches) { return std::ranges::any_of(texts, matches, &DrawnText::text); };
        if (std::exchange(first, false)) offered = touches("start-meeting");
        if (touches("nav:overview") && !touches("end-meeting")) {
            EXPECT_EQ(touches("start-meeting"), offered);
        }
        if (!touches("end-meeting")) return;
        const bool next = touches("meeting:next");
        EXPECT_EQ(next || touches("meeting:finish"), offered);
        if (!offered) return;
        EXPECT_TRUE(says([&](const std::string& text) { return text == (next ? "Next" : "Finish"); }));
        const bool away = touches("meeting:back");
        EXPECT_TRUE(says([&](const std::string& text) {
            return away ? text.starts_with("Element ") : text.ends_with(" of " + count);
        }));
    });
}

/// The panels that meetings are held at have room for one, however large the text is.
TEST_P(LargerText, HasRoomForAMeetingOnEveryPanelOfABoardRoom) {
    const auto& [panel, percent, content] = GetParam();
    const Snapshot snapshot = content.make();
    PageBuilder pages(snapshot, Room{panel.width, panel.height, 65, 4, percent / 100.0});
    const auto all = pages.build({"overview", {}, false}).all();
    EXPECT_NE(std::ranges::find(all, "start-meeting", &Target::id), all.end());
}

std::string nameOf(const testing::TestParamInfo<std::tuple<BoardPanel, int, Content>>& test) {
    return std::string(std::get<0>(test.param).name) + "_" + std::to_string(std::get<1>(test.param)) + "_" +
           std::get<2>(test.param).name;
}

INSTANTIATE_TEST_SUITE_P(Panels, LargerText,
                         testing::Combine(testing::ValuesIn(kBoardPanels), testing::Values(100, 125, 150, 200),
                                          testing::ValuesIn(kContents)),
                         nameOf);

} // namespace
} // namespace sightline
