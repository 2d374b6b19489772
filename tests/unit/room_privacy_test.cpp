#include "data/room_privacy.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/changes.h"
#include "data/lists.h"
#include "data/rules.h"
#include "data/sample.h"
#include "data/search/search_index.h"
#include "data/search/search_results.h"
#include "data/summary.h"

namespace sightline {
namespace {

TEST(RoomPrivacy, MarkingsAreComparedByTheirLettersAndTheStrictestListCounts) {
    struct Case {
        RoomPrivacy privacy;
        const char* marking;
        Shown shown;
    };
    const RoomPrivacy usual;
    const RoomPrivacy hiding{
        {"OFFICIAL", "Internal"}, {"Members only", "Restricted"}, {"official sensitive", "Restricted"}};
    const std::vector<Case> cases = {
        {usual, "", Shown::All},
        {usual, "OFFICIAL", Shown::All},
        {usual, "Official", Shown::All},
        {usual, "OFFICIAL-SENSITIVE", Shown::Title},
        {usual, "Official – Sensitive", Shown::Title},
        {usual, "OFFICIAL-SENSITIVE PERSONAL", Shown::Title},
        {usual, "Internal", Shown::Title},
        {usual, "—", Shown::Title},
        {hiding, "internal", Shown::All},
        {hiding, "MEMBERS-ONLY", Shown::Title},
        {hiding, "Restricted", Shown::Nothing},
        {hiding, "OFFICIAL—SENSITIVE", Shown::Nothing},
        {hiding, "OFFICIAL-SENSITIVE [COMMERCIAL]", Shown::Nothing},
        {hiding, "OFFICIAL", Shown::All},
        {RoomPrivacy::strictest(), "OFFICIAL", Shown::Nothing},
        {RoomPrivacy::strictest(), "", Shown::All},
    };
    for (const Case& one : cases) EXPECT_EQ(shownOf(one.privacy, one.marking), one.shown) << one.marking;
}

/// Everything an item says, in one text.
std::string everything(const Evidence& item) {
    return item.name + "|" + item.detail + "|" + item.organisation + "|" + item.link + "|" + item.file + "|" +
           item.place.where;
}

/// Every number of a summary, in one text.
std::string numbers(const Summary& sum) {
    std::string all;
    const auto add = [&all](auto... counts) { ((all += std::to_string(counts) + " "), ...); };
    for (const ElementSummary& one : sum.elements) {
        add(one.number, one.positions, one.evidence, one.stale, one.outstanding, one.overdue, one.undated,
            static_cast<int>(one.strength));
        for (const LineSummary& line : one.lines) {
            add(line.count, line.stale, line.guessed);
            all += isoDate(line.newest) + " ";
        }
    }
    add(sum.evidenceItems, sum.evidenceLinks, sum.itemsOnLine[0], sum.itemsOnLine[1], sum.itemsOnLine[2], sum.stale,
        sum.guessed, sum.undatedEvidence, sum.positions, sum.outstanding, sum.overdue, sum.undated, sum.done, sum.gaps,
        sum.staleCells);
    return all;
}

class ClosedSample : public testing::TestWithParam<bool> {
protected:
    /// Northmoor with a secret in every text of its marked items.
    ClosedSample() {
        snapshot.checklist = sampleSnapshot("northmoor")->checklist;
        for (Evidence& item : snapshot.checklist.evidence) {
            if (item.marking != "OFFICIAL-SENSITIVE") continue;
            ids.push_back(item.id);
            item.detail = "zebra detail";
            item.organisation = "zebra source";
            item.link = "https://zebra.example/";
            item.file = "zebra.pdf";
            item.place.where = "zebra, row 3";
            item.document = 77;
            for (EvidenceLink& link : snapshot.checklist.links)
                if (link.evidence == item.id) link.place.where = "zebra link";
        }
        snapshot.checklist.documents.push_back(
            {77, "zebra.pdf", "", 1, "", {{1, 100, 100, "", "zebra on a page"}, {2, 100, 100, "", "zebra again"}}});
        if (GetParam()) {
            privacy.hidden = {"OFFICIAL-SENSITIVE"};
            for (Evidence& item : snapshot.checklist.evidence)
                if (item.marking == "OFFICIAL-SENSITIVE") item.name = "zebra name " + std::to_string(item.id);
        }
    }

    Snapshot snapshot;
    RoomPrivacy privacy;
    std::vector<int> ids;
};
INSTANTIATE_TEST_SUITE_P(TitlesAndHidden, ClosedSample, testing::Bool());

TEST_P(ClosedSample, HoldsNothingOfWhatIsClosed) {
    ASSERT_GE(ids.size(), 8U);
    const Checklist closed = closedCopy(snapshot.checklist, privacy);
    ASSERT_EQ(closed.evidence.size(), snapshot.checklist.evidence.size());
    for (const Evidence& item : closed.evidence)
        EXPECT_EQ(everything(item).find("zebra"), std::string::npos) << item.id;
    for (const EvidenceLink& link : closed.links) EXPECT_EQ(link.place.where.find("zebra"), std::string::npos);
    for (const Document& document : closed.documents) EXPECT_NE(document.id, 77);
    for (const int id : ids) {
        const auto item = std::ranges::find(closed.evidence, id, &Evidence::id);
        EXPECT_EQ(item->shown, GetParam() ? Shown::Nothing : Shown::Title);
        EXPECT_EQ(item->marking, "OFFICIAL-SENSITIVE");
        if (GetParam()) {
            EXPECT_EQ(item->name, "Not shown: OFFICIAL-SENSITIVE");
        }
    }
}

TEST_P(ClosedSample, CountsAsBefore) {
    const Day day = positionDay(snapshot.checklist).value();
    const Checklist closed = closedCopy(snapshot.checklist, privacy);
    EXPECT_EQ(numbers(summarise(closed, day)), numbers(summarise(snapshot.checklist, day)));
    for (int number = 1; number <= 6; ++number)
        EXPECT_EQ(evidenceOfElement(closed, number), evidenceOfElement(snapshot.checklist, number));
    EXPECT_EQ(evidenceMatching(closed, {.staleOnly = true}, day),
              evidenceMatching(snapshot.checklist, {.staleOnly = true}, day));
}

TEST_P(ClosedSample, IsNotFoundByWhatIsClosed) {
    auto copy = std::make_shared<Snapshot>();
    copy->checklist = closedCopy(snapshot.checklist, privacy);
    const auto index = SearchIndex::build(copy);
    const auto elements = elementsOfEvidence(copy->checklist);
    EXPECT_EQ(searchFor("zebra", *index, elements).found, 0);
    const auto byMarking = searchFor("not shown", *index, elements);
    for (const HitGroup& group : byMarking.groups)
        for (const Hit& hit : group.hits) EXPECT_EQ(hit.title.text.find("Not shown"), std::string::npos);
    const auto whole = SearchIndex::build(std::make_shared<Snapshot>(snapshot));
    EXPECT_GT(searchFor("zebra", *whole, elements).found, 0) << "the test has no teeth";
}

TEST(RoomPrivacy, APageStaysWhereAnOpenItemHasIt) {
    Checklist list;
    list.documents.push_back({1, "shared.pdf", "", 1, "", {{1, 1, 1, "", ""}}});
    list.evidence.resize(2);
    list.evidence[0].document = list.evidence[1].document = 1;
    list.evidence[1].marking = "SECRET";
    const Checklist closed = closedCopy(list, {});
    EXPECT_EQ(closed.documents.size(), 1U);
    EXPECT_EQ(closed.evidence[0].document, 1);
    EXPECT_EQ(closed.evidence[1].document, 0);
}

TEST(RoomPrivacy, ChangesNameNothingHidden) {
    Changes changes;
    EvidenceChange change;
    change.name = "zebra now";
    change.nameBefore = "zebra then";
    change.lineWord = "Oversight";
    change.covers = {2026, 4, 0};
    change.marking = "OFFICIAL";
    change.markingBefore = "Restricted";
    changes.evidence = {change, change};
    changes.evidence[1].marking = "Restricted";
    const RoomPrivacy privacy{{"OFFICIAL"}, {}, {"Restricted"}};
    const Changes closed = closedCopy(changes, privacy);
    EXPECT_EQ(closed.evidence[0].name, "zebra now");
    EXPECT_EQ(closed.evidence[0].nameBefore, "") << "what it was called while it was hidden";
    EXPECT_EQ(closed.evidence[1].name, "Not shown: Restricted");
    EXPECT_EQ(closed.evidence[1].nameBefore, "");
}

TEST(RoomPrivacy, OwnersGoAndTheirAbsenceStays) {
    Checklist list;
    list.actions.resize(2);
    list.actions[0].owner = "Director of Commissioning";
    const Checklist alone = withoutOwners(list);
    EXPECT_EQ(alone.actions[0].owner, kOwnerNotShown);
    EXPECT_EQ(alone.actions[1].owner, "");
}

} // namespace
} // namespace sightline
