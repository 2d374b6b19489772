#include "render/page_shelf.h"

#include <gmock/gmock.h>
#include <set>

namespace sightline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PageShelf, HoldsPicturesUpToItsBudgetAndTheOldestGivesWay) {
    PageShelf shelf(100);
    EXPECT_EQ(shelf.put({1, 1}, 40).place, 1);
    EXPECT_EQ(shelf.put({1, 2}, 40).place, 2);
    shelf.ask({1, 1});
    const auto third = shelf.put({1, 3}, 40);
    EXPECT_THAT(third.emptied, ElementsAre(2)) << "page 1 was asked for later";
    EXPECT_EQ(third.place, 2);
    EXPECT_EQ(shelf.bytes(), 80U);
    EXPECT_EQ(shelf.find({1, 2}), nullptr);
    EXPECT_EQ(shelf.find({1, 1})->place, 1);
    EXPECT_EQ(shelf.find({2, 1}), nullptr) << "another document";
}

TEST(PageShelf, NeverHoldsMoreThanItsBudget) {
    PageShelf shelf;
    std::set<int> places;
    for (int page = 1; page <= 500; ++page) {
        const auto placed = shelf.put({1, page}, kPageTextureShare / static_cast<std::size_t>(1 + page % 7));
        for (const int place : placed.emptied) places.erase(place);
        EXPECT_TRUE(places.insert(placed.place).second) << "two pictures in a place";
        EXPECT_LE(shelf.bytes(), kPageTextureBytes);
    }
    EXPECT_LE(places.size(), 64U);
}

TEST(PageShelf, TheOpenPageAndItsNeighboursAlwaysFit) {
    PageShelf shelf;
    for (int page = 1; page <= 3; ++page) EXPECT_THAT(shelf.put({1, page}, kPageTextureShare).emptied, IsEmpty());
    EXPECT_EQ(shelf.put({1, 4}, kPageTextureBytes + 1).place, 0) << "larger than everything";
    EXPECT_EQ(shelf.find({1, 3})->place, 3);
}

TEST(PageShelf, ReplacesAPictureAndRemembersProblems) {
    PageShelf shelf(100);
    shelf.put({1, 1}, 60);
    EXPECT_THAT(shelf.put({1, 1}, 70).emptied, ElementsAre(1));
    EXPECT_EQ(shelf.bytes(), 70U);
    EXPECT_THAT(shelf.putProblem({1, 1}, "Its picture is damaged."), ElementsAre(1));
    EXPECT_EQ(shelf.find({1, 1})->place, 0);
    EXPECT_EQ(shelf.find({1, 1})->problem, "Its picture is damaged.");
    EXPECT_EQ(shelf.bytes(), 0U);
}

TEST(PageShelf, ClearsEverything) {
    PageShelf shelf(100);
    shelf.put({1, 1}, 10);
    shelf.putProblem({1, 2}, "no");
    shelf.put({1, 3}, 10);
    EXPECT_THAT(shelf.clear(), testing::UnorderedElementsAre(1, 2));
    EXPECT_EQ(shelf.bytes(), 0U);
    EXPECT_EQ(shelf.find({1, 2}), nullptr);
}

} // namespace
} // namespace sightline
