#include "data/import/import.h"

#include <map>

#include <gtest/gtest.h>

#include "tests/support/places.h"

namespace sightline {
namespace {

// The published checklist is not ours to keep here; where it stands beside the source, it is read.
class PublishedChecklist : public testing::Test {
protected:
    void SetUp() override {
        const std::filesystem::path path = std::filesystem::path(testing_support::kSourceDir) /
                                           "../shared/samples/dorset-test-of-assurance-2024-06.docx";
        if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not here";
        auto result = importSources({path});
        ASSERT_TRUE(result) << result.error().message();
        imported = std::move(*result);
    }
    template <class Rows>
    static std::vector<int> perElement(const Rows& rows) {
        std::vector<int> counts(6);
        for (const auto& row : rows) ++counts.at(static_cast<size_t>(row.element) - 1);
        return counts;
    }
    Imported imported;
};

TEST_F(PublishedChecklist, GivesEveryRow) {
    const Checklist& c = imported.checklist;
    EXPECT_EQ(c.elements.size(), 6U);
    EXPECT_EQ(perElement(c.positions), (std::vector{3, 4, 3, 8, 5, 4}));
    EXPECT_EQ(perElement(c.links), (std::vector{10, 11, 6, 7, 8, 12}));
    EXPECT_EQ(c.links.size(), 54U);
    EXPECT_EQ(c.evidence.size(), 47U);
    EXPECT_EQ(perElement(c.actions), (std::vector{2, 1, 1, 4, 1, 2}));
}

TEST_F(PublishedChecklist, GivesItsFacts) {
    const Checklist& c = imported.checklist;
    EXPECT_EQ(c.authority, "Dorset Council");
    EXPECT_EQ(c.service, "Children's Services");
    EXPECT_EQ(c.positionDate, (PartialDate{2024, 6, 0}));
    EXPECT_EQ(c.title, "Dorset Test of Assurance checklist");
    EXPECT_EQ(c.culture.size(), 3U);
    EXPECT_EQ(c.background.size(), 11U);
}

TEST_F(PublishedChecklist, InventsNothing) {
    const Checklist& c = imported.checklist;
    for (const Element& element : c.elements) EXPECT_EQ(element.opinion, 0);
    for (const Action& action : c.actions) {
        EXPECT_EQ(action.owner, "");
        EXPECT_FALSE(action.due.known());
        EXPECT_EQ(action.status, ActionStatus::Open);
    }
    for (const Evidence& item : c.evidence) {
        EXPECT_TRUE(item.lineGuessed);
        EXPECT_EQ(item.kind, 0);
        EXPECT_EQ(item.organisation, "");
    }
    EXPECT_TRUE(c.kinds.empty());
    EXPECT_TRUE(c.roleHolders.empty());
}

TEST_F(PublishedChecklist, KeepsLinksDatesAndSubPoints) {
    const Checklist& c = imported.checklist;
    int links = 0;
    std::map<std::string, int> dates;
    for (const Evidence& item : c.evidence) {
        links += item.link.empty() ? 0 : 1;
        if (item.covers.known()) ++dates[isoDate(item.covers)];
    }
    EXPECT_EQ(links, 2);
    EXPECT_EQ(dates, (std::map<std::string, int>{{"2021", 1}, {"2023-11", 1}, {"2024", 1}}));
    EXPECT_EQ(std::count(c.positions[8].text.begin(), c.positions[8].text.end(), '\n'), 4);
}

TEST_F(PublishedChecklist, AccountsForEveryParagraph) {
    const SourceReport& source = imported.report.sources.at(0);
    EXPECT_EQ(source.paragraphs, source.inRows + source.structure + source.reported);
    EXPECT_EQ(source.reported, 0);
    EXPECT_EQ(imported.report.merged.size(), 7U);
    if (HasFailure()) std::printf("%s", imported.report.text().c_str());
}

} // namespace
} // namespace sightline
