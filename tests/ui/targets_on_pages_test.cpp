#include <gtest/gtest.h>

#include "data/sample.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;
using testing_support::Scene;
using testing_support::scenesOf;

struct Panel {
    const char* name;
    Room room;
};
void PrintTo(const Panel& panel, std::ostream* out) { *out << panel.name; }

/// Both samples on every panel: what can be touched can be touched with a finger, and means one thing.
class TargetsOnPages : public testing::TestWithParam<std::tuple<const char*, Panel>> {
protected:
    template <class Check>
    void onEveryPage(Check check) {
        const auto snapshot = sampleSnapshot(std::get<0>(GetParam()));
        ASSERT_TRUE(snapshot) << snapshot.error().message();
        const Room& room = std::get<1>(GetParam()).room;
        PageBuilder pages(*snapshot, room);
        for (const Scene& scene : scenesOf(*snapshot)) {
            SCOPED_TRACE(scene.name);
            check(pages.build(scene), room);
        }
    }
};

constexpr float kRounding = 1; // pixels

TEST_P(TargetsOnPages, AreLargeEnough) {
    onEveryPage([](const Targets& targets, const Room& room) {
        for (const Target& target : targets.all()) {
            if (target.clipped) continue; // partly scrolled out: scrolling brings the rest
            const float side = target.role == TargetRole::Tab ? room.navigationSide() : room.targetSide();
            EXPECT_GE(target.rect.w + kRounding, side) << target.id;
            EXPECT_GE(target.rect.h + kRounding, side) << target.id;
        }
    });
}

TEST_P(TargetsOnPages, DoNotOverlap) {
    onEveryPage([](const Targets& targets, const Room&) {
        const auto all = targets.all();
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                const Rect& a = all[i].rect;
                const Rect& b = all[j].rect;
                const bool apart = a.right() <= b.x + kRounding || b.right() <= a.x + kRounding ||
                                   a.bottom() <= b.y + kRounding || b.bottom() <= a.y + kRounding;
                EXPECT_TRUE(apart) << all[i].id << " and " << all[j].id;
            }
    });
}

TEST_P(TargetsOnPages, HaveNamesAndStandOnThePanel) {
    onEveryPage([](const Targets& targets, const Room& room) {
        EXPECT_FALSE(targets.all().empty());
        for (const Target& target : targets.all()) {
            EXPECT_FALSE(target.label.empty()) << target.id;
            EXPECT_EQ(targets.find(target.key), &target) << "two targets have the id " << target.id;
            EXPECT_GE(target.rect.x, 0) << target.id;
            EXPECT_GE(target.rect.y, 0) << target.id;
            EXPECT_LE(target.rect.right(), static_cast<float>(room.width)) << target.id;
            EXPECT_LE(target.rect.bottom(), static_cast<float>(room.height)) << target.id;
        }
    });
}

const Panel kPanels[] = {
    {"FullHd", {1920, 1080, 65, 4}}, {"UltraHd", {3840, 2160, 65, 4}},  {"Portrait", {1080, 1920, 65, 4}},
    {"Small", {1280, 800, 65, 4}},   {"FarSeats", {1920, 1080, 65, 8}}, {"DeskScreen", {1920, 1080, 27, 2}},
};

INSTANTIATE_TEST_SUITE_P(Panels, TargetsOnPages,
                         testing::Combine(testing::Values("dorset", "northmoor"), testing::ValuesIn(kPanels)),
                         [](const auto& panel) {
                             return std::string(std::get<0>(panel.param)) + "_" + std::get<1>(panel.param).name;
                         });

} // namespace
} // namespace sightline
