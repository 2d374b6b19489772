// A register that goes out and comes back loses nothing and adds nothing.
#include <array>

#include <gtest/gtest.h>

#include "data/content_rules.h"
#include "data/sample.h"
#include "tests/support/register_files.h"

namespace sightline {
namespace {

std::string registerOf(const Checklist& checklist) { return must(makeRegister(checklist, kCreated)); }

class RoundTrip : public testing::TestWithParam<Checklist (*)()> {};

TEST_P(RoundTrip, GivesTheSameContent) {
    const Checklist before = GetParam()();
    ASSERT_TRUE(checkContent(before)) << checkContent(before).error().message();
    const Imported after = importedBytes(registerOf(before));
    expectSameContent(after.checklist, before);
    EXPECT_TRUE(after.report.unclear.empty()) << after.report.text();
    EXPECT_TRUE(after.report.skipped.empty()) << after.report.text();
    EXPECT_TRUE(checkContent(after.checklist)) << checkContent(after.checklist).error().message();
}

TEST_P(RoundTrip, GivesTheSameBytes) {
    const std::string first = registerOf(GetParam()());
    EXPECT_EQ(registerOf(GetParam()()), first);
    EXPECT_EQ(registerOf(importedBytes(first).checklist), first);
}

Checklist dorset() { return must(sampleSnapshot("dorset")).checklist; }
Checklist northmoor() { return must(sampleSnapshot("northmoor")).checklist; }

std::string nameOf(const testing::TestParamInfo<Checklist (*)()>& test) {
    constexpr std::array kNames = {"Dorset", "Northmoor", "Example", "Awkward"};
    return kNames.at(test.index);
}

INSTANTIATE_TEST_SUITE_P(All, RoundTrip, testing::Values(dorset, northmoor, exampleChecklist, awkwardChecklist),
                         nameOf);

TEST(Register, NamesItselfAsTheSourceOfItsRows) {
    const Imported got = importedBytes(registerOf(exampleChecklist()), "spring.xlsx");
    ASSERT_EQ(got.checklist.sources.size(), 1U);
    EXPECT_EQ(got.checklist.sources[0].name, "spring.xlsx");
    EXPECT_EQ(got.checklist.sources[0].kind, "workbook");
    EXPECT_EQ(got.checklist.evidence[1].place, (Place{1, "Evidence!A3"}));
}

TEST(Register, ChangesWithTheTimeItWasMadeAndNothingElse) {
    EXPECT_NE(must(makeRegister(exampleChecklist(), "2026-06-14T09:30:00Z")),
              must(makeRegister(exampleChecklist(), "2026-06-14T09:30:01Z")));
}

TEST(RegisterTemplate, AsksForTheCouncilAndHoldsTheSixElements) {
    const auto refused = importBytes(registerOf(templateChecklist()), "new.xlsx");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().place.find("new.xlsx, About!C3"), std::string::npos) << refused.error().message();

    Checklist filled = templateChecklist();
    filled.authority = "Northmoor Council";
    const Imported got = importedBytes(registerOf(filled));
    EXPECT_EQ(got.checklist.elements.size(), 6U);
    EXPECT_EQ(got.checklist.evidence.size(), 0U);
    EXPECT_EQ(got.checklist.roleHolders.size(), 0U) << "a role without a post is not one";
    EXPECT_EQ(got.report.unclear.size(), 3U) << got.report.text(); // two posts, the position date
    EXPECT_TRUE(checkContent(got.checklist));
}

} // namespace
} // namespace sightline
