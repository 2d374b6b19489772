#include "data/changes.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "data/change_words.h"
#include "data/export/changes_json.h"
#include "tests/support/example_checklist.h"

namespace sightline {
namespace {

const Day kThen = day(2026, 6, 14);
const Day kNow = day(2026, 9, 1);

Changes compare(const Checklist& before, const Checklist& after) {
    return compareChecklists(before, kThen, after, kNow);
}

const ActionChange* actionOf(const Changes& changes, std::string_view text) {
    for (const ActionChange& change : changes.actions)
        if (change.text == text) return &change;
    return nullptr;
}

const EvidenceChange* evidenceOf(const Changes& changes, std::string_view name) {
    for (const EvidenceChange& change : changes.evidence)
        if (change.name == name) return &change;
    return nullptr;
}

/// As if the rows came from the council's own database.
void giveLastingIds(Checklist& list) {
    list.sources.push_back({9, "council.db", "database", "", 0});
    for (Action& action : list.actions) action.place.source = 9;
    for (Evidence& item : list.evidence) item.place.source = 9;
    for (Position& position : list.positions) position.place.source = 9;
}

TEST(Changes, NothingChangedIsNothing) {
    const Changes changes = compareChecklists(exampleChecklist(), kThen, exampleChecklist(), kThen);
    EXPECT_TRUE(changes.none());
    EXPECT_EQ(changes.counts, ChangeCounts{});
    for (const ChangeSection& section : changeSections(changes)) {
        EXPECT_TRUE(section.lines.empty());
        EXPECT_EQ(section.counts, "");
        EXPECT_NE(section.nothing, "");
    }
}

TEST(Changes, OpinionsMoveUpDownAreFirstGivenAndWithdrawn) {
    Checklist before = exampleChecklist();
    before.elements[1].opinion = 3;
    before.elements[2].opinion = 1;
    Checklist after = before;
    after.elements[0].opinion = 4; // was Reasonable
    after.elements[1].opinion = 1; // was Limited
    after.elements[2].opinion = 0; // was Substantial
    after.elements[3].opinion = 3; // was not assessed
    const Changes changes = compare(before, after);
    ASSERT_EQ(changes.opinions.size(), 4U);
    EXPECT_EQ(changes.opinions[0].element, 1);
    EXPECT_EQ(changes.opinions[0].move, OpinionMove::Down);
    EXPECT_EQ(changes.opinions[0].before.word, "Reasonable");
    EXPECT_EQ(changes.opinions[0].after.word, "No assurance");
    EXPECT_EQ(changes.opinions[1].move, OpinionMove::Withdrawn);
    EXPECT_EQ(changes.opinions[2].move, OpinionMove::Up);
    EXPECT_EQ(changes.opinions[3].move, OpinionMove::FirstGiven);
    EXPECT_EQ(changes.counts.up, 1);
    EXPECT_EQ(changes.counts.down, 1);
    EXPECT_EQ(changes.counts.firstGiven, 1);
    EXPECT_EQ(changes.counts.withdrawn, 1);
    EXPECT_FALSE(changes.scaleChanged);
    EXPECT_EQ(crosswalkSentence(changes), "");
    EXPECT_EQ(changeHeadline(changes).fine, "1 down · 1 withdrawn · 1 up · 1 first given");
    EXPECT_EQ(changeHeadline(changes).alarm, "2 newly overdue") << "two fell due between the two days";
    const Day sameDay = day(2026, 6, 14);
    EXPECT_EQ(changeHeadline(compareChecklists(before, sameDay, before, sameDay)).fine, "Nothing changed");
}

TEST(Changes, AnotherScaleIsComparedByColourRoleAndSaysSo) {
    Checklist before = exampleChecklist();
    before.scale = {{1, "Strong", 1, ColourRole::Good, Shape::DiscTick, "."},
                    {2, "Weak", 2, ColourRole::Poor, Shape::OctagonCross, "."},
                    {3, "Open", 3, ColourRole::None, Shape::DashedRing, "."}};
    before.elements[0].opinion = 1;
    before.elements[1].opinion = 1;
    Checklist after = exampleChecklist();
    after.elements[0].opinion = 1; // the same under its new word
    after.elements[1].opinion = 2; // rank 2 on both scales would not say it: down
    const Changes changes = compare(before, after);
    ASSERT_EQ(changes.opinions.size(), 2U);
    EXPECT_EQ(changes.opinions[0].move, OpinionMove::Down);
    EXPECT_EQ(changes.opinions[1].move, OpinionMove::Renamed);
    EXPECT_TRUE(changes.scaleChanged);
    EXPECT_EQ(crosswalkSentence(changes),
              "The opinion scale changed. Compared as the same: Strong and Substantial, Weak and No assurance, "
              "Open and Not assessed. Only now: Reasonable, Limited.");
}

TEST(Changes, AnActionIsClosedNewGoneReopened) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.actions[2].status = ActionStatus::Done; // Train new staff.
    after.actions[2].completed = {2026, 7, 1};
    after.actions[3].status = ActionStatus::Open; // Publish the plan., was done
    after.actions[3].due = {2026, 12, 1};
    after.actions[4].text = "Something else entirely that nobody planned before";
    const Changes changes = compare(before, after);
    ASSERT_NE(actionOf(changes, "Train new staff."), nullptr);
    EXPECT_TRUE(actionOf(changes, "Train new staff.")->closed);
    EXPECT_TRUE(actionOf(changes, "Publish the plan.")->reopened);
    EXPECT_TRUE(actionOf(changes, "Review the post.")->gone);
    EXPECT_TRUE(actionOf(changes, after.actions[4].text)->isNew);
    EXPECT_EQ(changes.counts.closed, 1);
    EXPECT_EQ(changes.counts.reopened, 1);
    EXPECT_EQ(changes.counts.goneActions, 1);
    EXPECT_EQ(changes.counts.newActions, 1);
}

TEST(Changes, ADoneActionThatIsNoLongerListedIsHousekeeping) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.actions.erase(after.actions.begin() + 3);
    EXPECT_EQ(compareChecklists(before, kThen, after, kThen).actions.size(), 0U);
}

TEST(Changes, NewlyOverdueIsOverdueNowAndWasNotThen) {
    Checklist list = exampleChecklist();
    list.actions[1].due = {2026, 5, 0}; // overdue on both days
    const Changes changes = compare(list, list);
    ASSERT_EQ(changes.actions.size(), 1U); // due 14 June: not overdue on that day, but on 1 September
    EXPECT_EQ(changes.actions[0].id, 1);
    EXPECT_TRUE(changes.actions[0].newlyOverdue);
    EXPECT_EQ(changes.actions[0].daysLate, 79);
    EXPECT_EQ(changeSections(changes)[1].lines[0].tag, "79 days late");
    EXPECT_TRUE(changeSections(changes)[1].lines[0].alarm);
}

TEST(Changes, ADateThatMovedSaysFromAndTo) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.actions[4].due = {2027, 3, 0};
    const Changes changes = compareChecklists(before, kThen, after, kThen);
    ASSERT_EQ(changes.actions.size(), 1U);
    EXPECT_TRUE(changes.actions[0].dateMoved);
    EXPECT_EQ(changes.actions[0].dueBefore, (PartialDate{2026, 12, 1}));
    EXPECT_EQ(changes.actions[0].timesMoved, 1);
    EXPECT_EQ(changeSections(changes)[1].lines[0].note, "Mar 2027, was 1 Dec 2026 · moved once · Board Chair");
}

TEST(Changes, ASeriesCountsEveryMoveAlsoBackAgain) {
    std::vector<Checklist> lists(4, exampleChecklist());
    lists[1].actions[4].due = {2027, 1, 1};
    lists[2].actions[4].due = {2027, 2, 1};
    lists[1].actions[2].due = {2027, 1, 1}; // given, then taken away
    lists[3].actions[4].due = {2027, 2, 1};
    std::vector<DatedChecklist> series;
    series.reserve(lists.size());
    for (const Checklist& list : lists) series.push_back({&list, kThen});
    const Changes changes = compareHistory(series);
    ASSERT_EQ(changes.actions.size(), 2U);
    EXPECT_EQ(actionOf(changes, "Review the post.")->timesMoved, 2);
    EXPECT_EQ(actionOf(changes, "Review the post.")->dueBefore, (PartialDate{2026, 12, 1}));
    EXPECT_EQ(actionOf(changes, "Train new staff.")->timesMoved, 2);
    EXPECT_TRUE(actionOf(changes, "Train new staff.")->dateMoved);
}

TEST(Changes, EvidenceIsAddedRefreshedGoneAndGoesStale) {
    Checklist before = exampleChecklist();
    before.evidence[0].covers = {2024, 8, 0}; // 24 months end on 31 August 2026
    Checklist after = before;
    after.evidence[1].covers = {2026, 8, 0};
    after.evidence[3].name = "Peer review";
    const Changes changes = compare(before, after);
    ASSERT_EQ(changes.evidence.size(), 4U);
    EXPECT_EQ(changes.evidence[0].move, EvidenceMove::GoneStale);
    EXPECT_EQ(evidenceOf(changes, "Board minutes")->move, EvidenceMove::Refreshed);
    EXPECT_EQ(evidenceOf(changes, "Board minutes")->coversBefore, (PartialDate{2026, 5, 0}));
    EXPECT_EQ(evidenceOf(changes, "Peer review")->move, EvidenceMove::Added);
    EXPECT_EQ(evidenceOf(changes, "Audit of files")->move, EvidenceMove::Gone);
    EXPECT_EQ(changes.counts.goneStale, 1);
    EXPECT_EQ(changes.counts.refreshed, 1);
    EXPECT_EQ(changes.counts.added, 1);
    EXPECT_EQ(changes.counts.goneEvidence, 1);
}

TEST(Changes, EvidenceThatWasStaleBeforeIsNoNews) {
    Checklist list = exampleChecklist();
    list.actions.clear();
    EXPECT_TRUE(compareChecklists(list, day(2027, 1, 1), list, day(2027, 6, 1)).none()); // the letter of 2024
}

TEST(Changes, ARewordedPositionShowsBothWordings) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.positions[0].text = "A board now meets monthly.\nIt keeps minutes.";
    const Changes changes = compareChecklists(before, kThen, after, kThen);
    ASSERT_EQ(changes.positions.size(), 1U);
    EXPECT_EQ(changes.positions[0].move, PositionMove::Reworded);
    EXPECT_EQ(changes.positions[0].textBefore, before.positions[0].text);
}

TEST(Changes, NamesMatchAsTheImporterMatchesThem) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.evidence[1].name = "BOARD  Minutes.";
    after.positions[1].text = "A plan is in place";
    EXPECT_TRUE(compareChecklists(before, kThen, after, kThen).none());
}

TEST(Changes, IdsFromReadingOrderSayNothing) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.actions.insert(after.actions.begin(), {0, 1, "A first new thing to do", "", {}, ActionStatus::Open, {}, {}});
    for (size_t i = 0; i < after.actions.size(); ++i) after.actions[i].id = static_cast<int>(i) + 1;
    const Changes changes = compareChecklists(before, kThen, after, kThen);
    ASSERT_EQ(changes.actions.size(), 1U);
    EXPECT_TRUE(changes.actions[0].isNew);
}

TEST(Changes, IdsFromTheCouncilsDatabaseWinOverNames) {
    Checklist before = exampleChecklist();
    giveLastingIds(before);
    Checklist after = before;
    after.actions[4].text = "Nothing in common at all";
    after.evidence[2].name = "Service plan of the team";
    const Changes changes = compareChecklists(before, kThen, after, kThen);
    ASSERT_EQ(changes.actions.size(), 1U);
    EXPECT_TRUE(changes.actions[0].reworded);
    EXPECT_EQ(changes.actions[0].textBefore, "Review the post.");
    ASSERT_EQ(changes.evidence.size(), 1U);
    EXPECT_EQ(changes.evidence[0].move, EvidenceMove::Renamed);
    EXPECT_EQ(changes.evidence[0].nameBefore, "Team plan");
}

TEST(Changes, TwoOfOneNameAreTwo) {
    Checklist before = exampleChecklist();
    before.actions.push_back(before.actions[4]);
    before.actions.back().id = 6;
    Checklist after = before;
    after.actions.pop_back();
    const Changes changes = compareChecklists(before, kThen, after, kThen);
    ASSERT_EQ(changes.actions.size(), 1U);
    EXPECT_TRUE(changes.actions[0].gone);
}

TEST(Changes, AnEmptyChecklistAgainstAFullOne) {
    Checklist empty;
    empty.scale = defaultScale();
    empty.lines = defaultLines();
    const Changes filled = compareChecklists(empty, kThen, exampleChecklist(), kNow);
    EXPECT_EQ(filled.counts.newActions, 5);
    EXPECT_EQ(filled.counts.added, 4);
    EXPECT_EQ(filled.counts.newPositions, 3);
    EXPECT_EQ(filled.counts.firstGiven, 1);
    const Changes emptied = compareChecklists(exampleChecklist(), kThen, empty, kNow);
    EXPECT_EQ(emptied.counts.goneActions, 4);
    EXPECT_EQ(emptied.counts.goneEvidence, 4);
}

TEST(Changes, JsonHoldsTheSame) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.elements[0].opinion = 3;
    after.actions[4].due = {2027, 3, 0};
    after.positions[1].text = "A \"plan\" is\tin place now.";
    const auto json = nlohmann::json::parse(changesJson(compareChecklists(before, kThen, after, kThen)));
    EXPECT_EQ(json["from"]["position_date"], "2026-06");
    EXPECT_EQ(json["to"]["as_of"], "2026-06-14");
    EXPECT_EQ(json["counts"]["opinions_down"], 1);
    EXPECT_EQ(json["scale"]["changed"], false);
    EXPECT_EQ(json["opinions"][0]["after"], "Limited");
    EXPECT_EQ(json["actions"][0]["changes"], nlohmann::json::array({"date moved"}));
    EXPECT_EQ(json["actions"][0]["due_before"], "2026-12-01");
    EXPECT_EQ(json["actions"][0]["times_moved"], 1);
    EXPECT_EQ(json["actions"][0]["completed"], nullptr);
    EXPECT_EQ(json["positions"][0]["text"], "A \"plan\" is\tin place now.");
    EXPECT_TRUE(json["evidence"].empty());
}

TEST(Changes, AnEarlierSnapshotIsSeenFromTheDayItSpokeOf) {
    Snapshot snapshot;
    snapshot.checklist.positionDate = {2026, 6, 0};
    snapshot.meta.created = "2026-07-02T09:30:00Z";
    EXPECT_EQ(comparisonDay(snapshot, kNow), day(2026, 6, 30));
    EXPECT_EQ(comparisonDay(snapshot, day(2026, 6, 10)), day(2026, 6, 10));
    snapshot.checklist.positionDate = {};
    EXPECT_EQ(comparisonDay(snapshot, kNow), day(2026, 7, 2));
    snapshot.meta.created.clear();
    EXPECT_EQ(comparisonDay(snapshot, kNow), kNow);
}

/// The example as an officer's register gives it.
Checklist fromRegister() {
    Checklist list = exampleChecklist();
    list.sources.front().kind = "workbook";
    for (Evidence& item : list.evidence) item.place.source = 1;
    return list;
}

TEST(Changes, ARegistersIdFollowsARowWhoseNameIsAnotherAltogether) {
    const Checklist before = fromRegister();
    Checklist after = before;
    after.evidence[1].name = "Assurance committee: record of decisions";
    const Changes changes = compare(before, after);
    ASSERT_EQ(changes.evidence.size(), 1U);
    EXPECT_EQ(changes.evidence[0].move, EvidenceMove::Renamed);
    EXPECT_EQ(changes.evidence[0].nameBefore, "Board minutes");
}

TEST(Changes, AnIdThatARegisterMayHaveGivenAnewSaysNothing) {
    const Checklist before = fromRegister();
    Checklist after = before;
    after.evidence.back().name = "Assurance committee: record of decisions"; // the last one: its number may be new
    EXPECT_EQ(compare(before, after).counts.added, 1);
    EXPECT_EQ(compare(before, after).counts.goneEvidence, 1);
    Checklist document = exampleChecklist();
    Checklist reworded = document;
    reworded.evidence[1].name = "Assurance committee: record of decisions";
    EXPECT_EQ(compare(document, reworded).counts.added, 1) << "ids of a document are the order of reading";
}

} // namespace
} // namespace sightline
