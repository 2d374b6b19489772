#include "data/attention.h"

#include <algorithm>
#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/defaults.h"
#include "data/sample.h"

namespace sightline {
namespace {

using testing::ElementsAre;

constexpr Day kToday = std::chrono::sys_days{std::chrono::year{2026} / 7 / 1};

/// Six elements with opinions by their rank in the default scale (5: not assessed) and that many overdue actions.
Checklist withElements(const std::array<int, 6>& opinions, const std::array<int, 6>& overdue) {
    Checklist checklist;
    checklist.scale = defaultScale();
    checklist.lines = defaultLines();
    for (int i = 0; i < 6; ++i) {
        const auto at = static_cast<std::size_t>(i);
        Element& element = checklist.elements.emplace_back();
        element.number = i + 1;
        const auto found = std::ranges::find(checklist.scale, opinions[at], &Opinion::rank);
        if (found->colour != ColourRole::None) element.opinion = found->id;
        for (int n = 0; n < overdue[at]; ++n) {
            Action& action = checklist.actions.emplace_back();
            action.element = element.number;
            action.due = {2026, 6, 1};
        }
    }
    return checklist;
}

std::vector<int> order(const Checklist& checklist) {
    return elementsByAttention(checklist, summarise(checklist, kToday));
}

TEST(Attention, NoAssuranceThenLimitedThenNotAssessedThenOverdue) {
    EXPECT_THAT(order(withElements({1, 5, 2, 3, 1, 4}, {0, 0, 0, 0, 2, 0})), ElementsAre(6, 4, 2, 5, 1, 3));
}

TEST(Attention, AmongEqualsMoreOverdueActionsComeFirstAndThenTheNumber) {
    EXPECT_THAT(order(withElements({3, 3, 1, 1, 2, 3}, {0, 2, 1, 3, 1, 2})), ElementsAre(2, 6, 1, 4, 3, 5));
}

TEST(Attention, IsNeededWhereSomethingIsWrongOrUnknown) {
    const Checklist checklist = withElements({1, 2, 3, 4, 5, 1}, {0, 0, 0, 0, 0, 1});
    const Summary summary = summarise(checklist, kToday);
    std::vector<int> needing;
    for (std::size_t i = 0; i < 6; ++i)
        if (needsAttention(checklist, checklist.elements[i], summary.elements[i]))
            needing.push_back(static_cast<int>(i) + 1);
    EXPECT_THAT(needing, ElementsAre(3, 4, 5, 6));
}

TEST(Attention, DueTodayIsNoReason) {
    Checklist checklist = withElements({1, 1, 1, 1, 1, 1}, {0, 1, 0, 0, 0, 0});
    checklist.actions.front().due = {2026, 7, 1};
    EXPECT_THAT(order(checklist), ElementsAre(1, 2, 3, 4, 5, 6));
    EXPECT_FALSE(needsAttention(checklist, checklist.elements[1], summarise(checklist, kToday).elements[1]));
}

} // namespace
} // namespace sightline
