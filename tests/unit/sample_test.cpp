#include "data/sample.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(Sample, EveryOneIsWhole) {
    for (const std::string& name : sampleNames()) {
        const auto snapshot = sampleSnapshot(name);
        ASSERT_TRUE(snapshot) << snapshot.error().message();
        EXPECT_TRUE(snapshot->sample);
        EXPECT_EQ(snapshot->meta.sequence, 0);
        EXPECT_EQ(snapshot->digest, "");
        EXPECT_EQ(snapshot->checklist.sources.at(0).kind, "sample");
    }
}

TEST(Sample, UnknownNamesAreRefused) {
    const auto snapshot = sampleSnapshot("atlantis");
    ASSERT_FALSE(snapshot);
    EXPECT_EQ(snapshot.error().kind, FailureKind::Missing);
    EXPECT_EQ(snapshot.error().place, "sample atlantis");
}

} // namespace
} // namespace sightline
