#include <algorithm>

#include <gtest/gtest.h>

#include "app/room_copy.h"
#include "data/sample.h"
#include "tests/support/board_panels.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using namespace testing_support;

/// What a real checklist and a full one say is read to its end, however large the text is.
class WholeText : public testing::TestWithParam<std::tuple<BoardPanel, int, const char*>> {
protected:
    /// Longer than the headers and lists of some panels have room for; the card beside the header has all of it.
    static bool isVeryLong(const Checklist& checklist, const std::string& part) {
        constexpr std::size_t kLong = 70;
        return std::ranges::any_of(checklist.evidence, [&](const Evidence& item) {
            return item.name.size() > kLong && item.name.find(part) != std::string::npos;
        });
    }
    /// Where a search found a word in the middle of a text, dots are what says so.
    static bool isExcerpt(const Scene& scene) { return scene.name.starts_with("search, "); }
};

TEST_P(WholeText, EndsNowhereInDots) {
    const auto& [panel, percent, sample] = GetParam();
    const auto full = std::make_shared<const Snapshot>(sampleSnapshot(sample).value());
    const auto closed = closedCopyOf(full, PrivacyOptions());
    PageBuilder pages(*closed, Room{panel.width, panel.height, 65, 4, percent / 100.0});
    pages.view.closed = &closed->checklist;
    std::vector<DrawnText> texts;
    pages.frame().recordText(&texts);
    for (const Scene& scene : scenesOf(*closed)) {
        if (isExcerpt(scene)) continue;
        texts.clear();
        pages.build(scene);
        for (std::size_t i = 1; i < texts.size(); ++i) {
            if (texts[i].text != "…") continue;
            EXPECT_TRUE(isVeryLong(closed->checklist, texts[i - 1].text))
                << scene.name << ": " << texts[i - 1].text << "…";
        }
    }
}

std::string nameOf(const testing::TestParamInfo<std::tuple<BoardPanel, int, const char*>>& test) {
    return std::string(std::get<0>(test.param).name) + "_" + std::to_string(std::get<1>(test.param)) + "_" +
           std::get<2>(test.param);
}

INSTANTIATE_TEST_SUITE_P(Panels, WholeText,
                         testing::Combine(testing::ValuesIn(kBoardPanels), testing::Values(100, 150, 200),
                                          testing::Values("dorset", "northmoor")),
                         nameOf);

} // namespace
} // namespace sightline
