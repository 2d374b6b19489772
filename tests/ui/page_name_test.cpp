#include "app/page_name.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(PageName, ReadsWhatItWrites) {
    for (const char* name : {"overview", "element:3", "evidence", "evidence:12", "evidence:12:3", "actions", "map",
                             "changes", "search", "about"}) {
        const auto place = parsePageName(name);
        ASSERT_TRUE(place) << name;
        EXPECT_EQ(pageName(*place), name);
    }
}

TEST(PageName, ASearchMayNameWhatItLooksFor) {
    EXPECT_EQ(parsePageName("search:family hub"), (Location{Page::Search}));
    EXPECT_EQ(queryInPageName("search:family hub"), "family hub");
    EXPECT_EQ(queryInPageName("search:"), "");
    EXPECT_EQ(queryInPageName("search"), "");
    EXPECT_EQ(queryInPageName("element:3"), "");
}

TEST(PageName, SomeNamesAreOfWhatCoversAPage) {
    for (const char* name : {"curtain", "pin", "pin:typed", "pin:wrong", "pin:wait"}) {
        EXPECT_EQ(coverInPageName(name), name);
        EXPECT_FALSE(parsePageName(name)) << name;
    }
    for (const char* name : {"", "pin:", "pin:1", "curtains", "overview"}) EXPECT_EQ(coverInPageName(name), "") << name;
}

TEST(PageName, RefusesEverythingElse) {
    for (const char* name : {"", "overviews", "element", "element:", "element:0", "element:-1", "element:x",
                             "element:3x", "evidence:", "map:1", "element:99999999999", "element:3:1",
                             "evidence:1:", "evidence:1:0", "evidence::1", "evidence:1:2:3"})
        EXPECT_FALSE(parsePageName(name)) << name;
}

} // namespace
} // namespace sightline
