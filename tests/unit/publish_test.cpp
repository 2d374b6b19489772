#include "data/publish.h"

#include <gtest/gtest.h>

#include "data/file.h"
#include "data/verify.h"
#include "tests/support/example_checklist.h"

namespace sightline {
namespace {

const Publisher kPublisher{std::chrono::sys_days{day(2026, 6, 14)} + std::chrono::hours(9), "sightline test"};

TEST(Publish, WritesWhatIsReadBackEqual) {
    const auto folder = TemporaryFolder::make();
    ASSERT_TRUE(folder);
    const auto report = publish(exampleChecklist(), folder->path() / "snapshot.db", kPublisher);
    ASSERT_TRUE(report) << report.error().message();
    const auto taken = takeSnapshot(folder->path() / "snapshot.db", folder->path() / "state");
    ASSERT_TRUE(taken) << taken.error().message();
    EXPECT_EQ(taken->snapshot.checklist, exampleChecklist());
    EXPECT_EQ(taken->snapshot.meta, (Meta{1, 1, "2026-06-14T09:00:00Z", "sightline test"}));
}

} // namespace
} // namespace sightline
