#include "app/status_line.h"

#include <gtest/gtest.h>

#include "data/sample.h"

namespace sightline {
namespace {

TEST(StatusLine, SaysWhatIsShownAndWhatIsWrong) {
    Arrival arrival;
    EXPECT_EQ(statusLine(arrival), "No snapshot yet.");
    arrival.problem = "/srv/wall.db: The file is missing.";
    EXPECT_EQ(statusLine(arrival), "No snapshot yet. /srv/wall.db: The file is missing.");
    auto snapshot = std::make_shared<Snapshot>(*sampleSnapshot("northmoor"));
    arrival.snapshot = snapshot;
    arrival.problem.clear();
    EXPECT_EQ(statusLine(arrival), "Showing Northmoor Council, position as at 14 June 2026.");
    snapshot->checklist.positionDate = {};
    EXPECT_EQ(statusLine(arrival), "Showing Northmoor Council.");
    EXPECT_EQ(statusLine(arrival, "off until 08:00"), "Showing Northmoor Council. The panel is off until 08:00.");
}

} // namespace
} // namespace sightline
