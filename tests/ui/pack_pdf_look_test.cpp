// What was learnt at the wall holds on paper: the board pack repeats the wall's colours and words.

#include <gtest/gtest.h>

#include "data/export/pdf/look.h"
#include "data/export/pdf_words.h"
#include "render/look.h"
#include "render/rows.h"
#include "tests/support/example_checklist.h"

namespace sightline {
namespace {

TEST(PackPdfLook, ColoursAreThoseOfTheLightTheme) {
    const Look& look = lookOf(ThemeName::Light);
    const auto same = [](Colour wall, pdf::Colour paper) { EXPECT_EQ(wall.rgb, paper.rgb); };
    same(look.card, pdf::kPaper);
    same(look.hairline, pdf::kHair);
    same(look.ink, pdf::kInk);
    same(look.secondary, pdf::kSecondary);
    same(look.faint, pdf::kFaint);
    same(look.alarm, pdf::kAlarm);
    same(look.soon, pdf::kSoon);
    same(look.cell, pdf::kCell);
    same(look.warnCell, pdf::kWarnCell);
    same(look.onWarnCell, pdf::kOnWarnCell);
    for (std::size_t i = 0; i < look.lines.size(); ++i) same(look.lines.at(i), pdf::kLines.at(i));
    for (std::size_t i = 0; i < look.opinions.size(); ++i) {
        same(look.opinions.at(i).band, pdf::kOpinions.at(i).band);
        same(look.opinions.at(i).onBand, pdf::kOpinions.at(i).onBand);
        same(look.opinions.at(i).chip, pdf::kOpinions.at(i).chip);
        same(look.opinions.at(i).onChip, pdf::kOpinions.at(i).onChip);
    }
}

TEST(PackPdfLook, DueDatesAreWordedAsAtTheWall) {
    Action action;
    const Day asOf = day(2026, 6, 14);
    const auto same = [&] { EXPECT_EQ(pdf::dueWords(action, asOf), std::string(dueWords(action, asOf).view())); };
    same();
    for (int days = -400; days <= 800; ++days) {
        const Day due{std::chrono::sys_days{asOf} + std::chrono::days{days}};
        action.due = {static_cast<int>(due.year()), static_cast<int>(static_cast<unsigned>(due.month())),
                      static_cast<int>(static_cast<unsigned>(due.day()))};
        same();
    }
    action.due = {2026, 6, 0};
    same();
    action.status = ActionStatus::Done;
    same();
    action.completed = {2026, 4, 10};
    same();
}

TEST(PackPdfLook, LinesAreWordedAsAtTheWall) {
    const Checklist list = exampleChecklist();
    for (const Evidence& item : list.evidence)
        EXPECT_EQ(pdf::lineWords(list, item), std::string(lineWords(list, item).view()));
}

} // namespace
} // namespace sightline
