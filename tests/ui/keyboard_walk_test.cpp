#include <gtest/gtest.h>
#include <set>
#include <string>

#include "app/keyboard.h"
#include "app/reveal.h"
#include "app/update.h"
#include "data/rules.h"
#include "data/sample.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

/// Builds real pages and walks over them with keys, as the wall does.
class KeyboardWalk : public testing::TestWithParam<const char*> {
protected:
    KeyboardWalk() : snapshot(*sampleSnapshot("northmoor")), builder(snapshot, {}) {}

    const Targets& build() {
        const Targets& targets = builder.build({"", state});
        state = clampScrolls(state, targets);
        return builder.build({"", state});
    }
    std::string hit(Key key) {
        const Targets& targets = build();
        state = revealFocus(press(key, state, targets).state, targets);
        const Target* focused = build().find(state.focus);
        return focused == nullptr ? "" : std::string(focused->id);
    }

    Snapshot snapshot;
    testing_support::PageBuilder builder;
    UiState state;
};

TEST_F(KeyboardWalk, DownReachesEveryRowOfALongList) {
    state.here = {Page::Evidence, 0};
    const auto all = evidenceMatching(snapshot.checklist, {}, *positionDay(snapshot.checklist));
    const std::string first = "evidence:" + std::to_string(snapshot.checklist.evidence[static_cast<size_t>(all[0])].id);
    std::string focused;
    for (int i = 0; i < 100 && focused != first; ++i) focused = hit(Key::Next);
    ASSERT_EQ(focused, first);
    for (const int index : all) {
        EXPECT_EQ(focused, "evidence:" + std::to_string(snapshot.checklist.evidence[static_cast<size_t>(index)].id));
        if (HasFailure()) break;
        focused = hit(Key::Down);
    }
}

} // namespace
} // namespace sightline
