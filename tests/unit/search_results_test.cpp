#include "data/search/search_results.h"

#include <gmock/gmock.h>

#include "data/defaults.h"
#include "data/lists.h"
#include "data/search/words.h"

namespace sightline {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A checklist with nothing but elements; tests add what they look for.
class Search : public testing::Test {
protected:
    Search() {
        checklist.scale = defaultScale();
        checklist.lines = defaultLines();
        for (int number = 1; number <= 6; ++number)
            checklist.elements.push_back({number, "Title" + std::to_string(number), "", 0, "", {}, "", {}});
    }
    Evidence& item(const std::string& name, const std::string& detail = "", PartialDate covers = {}) {
        const int id = static_cast<int>(checklist.evidence.size()) + 1;
        checklist.evidence.push_back({.id = id,
                                      .name = name,
                                      .detail = detail,
                                      .line = Line::Oversight,
                                      .organisation = "",
                                      .covers = covers,
                                      .reviewDue = {},
                                      .link = "",
                                      .marking = "",
                                      .file = "",
                                      .place = {}});
        return checklist.evidence.back();
    }
    void document(Evidence& of, const std::vector<std::string>& pages) {
        Document& added = checklist.documents.emplace_back();
        added.id = of.document = static_cast<int>(checklist.documents.size());
        for (const std::string& text : pages)
            added.pages.push_back({static_cast<int>(added.pages.size()) + 1, 100, 100, "", text});
    }
    SearchResults look(std::string_view query) {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->checklist = checklist;
        const auto index = SearchIndex::build(snapshot);
        return searchFor(query, *index, elementsOfEvidence(checklist));
    }
    static const HitGroup& group(const SearchResults& results, FoundGroup wanted) {
        return results.groups[static_cast<std::size_t>(wanted)];
    }
    std::vector<std::string> evidence(std::string_view query) {
        const SearchResults results = look(query);
        std::vector<std::string> titles;
        for (const Hit& hit : group(results, FoundGroup::Evidence).hits) titles.push_back(hit.title.text);
        return titles;
    }

    Checklist checklist;
};

/// The text with what is marked in brackets.
std::string shown(const MarkedText& line) {
    std::string text = line.text;
    for (std::size_t i = line.marks.size(); i-- > 0;)
        text.insert(line.marks[i].end, "]").insert(line.marks[i].begin, "[");
    return text;
}

TEST_F(Search, AllWordsMustBeThereAsBeginningsOfWords) {
    item("Family Hubs pilot");
    item("Family plan");
    item("Hubs");
    EXPECT_THAT(evidence("fam hub"), ElementsAre("Family Hubs pilot"));
    EXPECT_THAT(evidence("HUB famil"), ElementsAre("Family Hubs pilot"));
    EXPECT_THAT(evidence("amily"), IsEmpty()) << "only from the beginning of a word";
    EXPECT_THAT(evidence("family hub nothing"), IsEmpty());
}

TEST_F(Search, AccentsMakeNoDifferenceOnEitherSide) {
    item("Café review");
    item("Cafe plan");
    EXPECT_THAT(evidence("cafe"), ElementsAre("Café review", "Cafe plan"));
    EXPECT_THAT(evidence("CAFÉ"), ElementsAre("Café review", "Cafe plan"));
}

TEST_F(Search, TheNameComesBeforeTheDetailAndTheWholeWordBeforeItsBeginning) {
    item("Inspection plan", "audits");
    item("Inspection notes", "audit");
    item("Audits");
    item("Audit");
    EXPECT_THAT(evidence("audit"), ElementsAre("Audit", "Audits", "Inspection notes", "Inspection plan"));
}

TEST_F(Search, AllWordsInTheNameComeBeforeWholeWordsOutsideIt) {
    item("family", "hub");
    item("Families hubs");
    EXPECT_THAT(evidence("famil hub"), ElementsAre("Families hubs", "family"));
}

TEST_F(Search, OfEqualsTheNewestLeadsAndUndatedOnesKeepReadingOrder) {
    item("Plan one");
    item("Plan two", "", {2024, 1, 0});
    item("Plan three");
    item("Plan four", "", {2026, 1, 0});
    EXPECT_THAT(evidence("plan"), ElementsAre("Plan four", "Plan two", "Plan one", "Plan three"));
}

TEST_F(Search, AnItemIsShownWithWhatThereIsToKnowOrWithWhereItMatched) {
    item("Inspection letter", "Section 2\nSays that each hub is open", {2026, 3, 0}).organisation = "Ofsted";
    checklist.links = {{1, 6, 1, {}}};
    const auto first = [this](std::string_view query) { return group(look(query), FoundGroup::Evidence).hits.at(0); };
    EXPECT_EQ(shown(first("letter").title), "Inspection [letter]");
    EXPECT_EQ(shown(first("letter").note), "Oversight · Mar 2026 · element 6");
    EXPECT_EQ(shown(first("letter hub").note), "Section 2 · Says that each [hub] is open");
    EXPECT_EQ(shown(first("ofs").note), "Source: [Ofs]ted");
    EXPECT_EQ(first("ofs").id, 1);
}

TEST_F(Search, PagesAreQuotedWithTheirNumberAndTheirItem) {
    document(item("Annual conversation papers"),
             {"Contents",
              "We met twice in the spring of the year.\nSince then each locality has a family hub with a worker"});
    const SearchResults results = look("family hub");
    const Hit& hit = group(results, FoundGroup::Evidence).hits.at(0);
    EXPECT_EQ(hit.kind, FoundKind::Page);
    EXPECT_EQ(hit.id, 1);
    EXPECT_EQ(hit.page, 2);
    EXPECT_EQ(hit.title.text, "Annual conversation papers");
    EXPECT_EQ(shown(hit.note), "page 2: “… each locality has a [family hub] with a worker”");
}

TEST_F(Search, OneDocumentDoesNotHideTheOthers) {
    document(item("Long", "", {2026, 1, 0}), std::vector<std::string>(500, "a hub"));
    document(item("Short"), {"a hub"});
    const SearchResults results = look("hub");
    EXPECT_EQ(results.found, 501);
    EXPECT_THAT(evidence("hub"), ElementsAre("Long", "Long", "Long", "Short"));
}

TEST_F(Search, ADocumentThatTwoItemsShareIsFoundOnce) {
    document(item("One"), {"hub"});
    item("Two").document = 1;
    EXPECT_EQ(look("hub").found, 1);
}

TEST_F(Search, FindsPositionsActionsAndElements) {
    checklist.positions = {{7, 4, "The Family Hubs programme hears families", {}}};
    checklist.actions = {
        {8, 3, "Open the fourth family hub\nand tell people", "Director", {2026, 9, 30}, ActionStatus::Open, {}, {}},
        {9, 3, "Close it", "Family Hub Manager", {}, ActionStatus::Done, {}, {}}};
    checklist.elements[5].title = "Family hubs";
    const SearchResults results = look("family hub");
    EXPECT_EQ(results.found, 4);
    const Hit& position = group(results, FoundGroup::Positions).hits.at(0);
    EXPECT_EQ(position.element, 4);
    EXPECT_EQ(position.title.text, "Title4");
    EXPECT_EQ(shown(position.note), "The [Family Hub]s programme hears families");
    const auto& actions = group(results, FoundGroup::Actions).hits;
    ASSERT_EQ(actions.size(), 2U);
    EXPECT_EQ(shown(actions[0].title), "Open the fourth [family hub]");
    EXPECT_EQ(shown(actions[0].note), "Director · 30 Sep 2026");
    EXPECT_EQ(shown(actions[1].note), "Owner: [Family Hub] Manager");
    const Hit& element = group(results, FoundGroup::Elements).hits.at(0);
    EXPECT_EQ(element.id, 6);
    EXPECT_EQ(element.note.text, "Not assessed");
}

TEST_F(Search, AllAreCountedAndOnlySomeShown) {
    for (int i = 0; i < 100; ++i) item("Plan " + std::to_string(i));
    const SearchResults results = look("plan");
    EXPECT_EQ(results.found, 100);
    EXPECT_EQ(group(results, FoundGroup::Evidence).hits.size(), kHitsShown);
    EXPECT_EQ(group(results, FoundGroup::Evidence).hits[0].title.text, "Plan 0");
}

TEST_F(Search, SaysWhatIsNotThere) {
    item("Plan");
    EXPECT_FALSE(look("").asked);
    EXPECT_FALSE(look(" – ").asked);
    EXPECT_EQ(look("").found, 0);
    const SearchResults results = look("pla xyz");
    EXPECT_TRUE(results.asked);
    EXPECT_EQ(results.unknown, "xyz");
    EXPECT_TRUE(look("plan").unknown.empty());
}

TEST_F(Search, TheMatchIsShownHoweverLateItComes) {
    std::string words;
    for (int i = 0; i < 200; ++i) words += "word ";
    item(words + "hub", words + "\n" + words + "family");
    const Hit hit = group(look("hub family"), FoundGroup::Evidence).hits.at(0);
    EXPECT_EQ(shown(hit.title), "… word word word word word word word word word word word [hub]");
    EXPECT_EQ(shown(hit.note), "… word word word word [family]");
}

TEST_F(Search, TheExcerptIsWhereMostWordsAre) {
    checklist.positions = {{1, 1, "hub " + std::string(200, '-') + " here the family has a hub", {}}};
    EXPECT_EQ(shown(group(look("family hub"), FoundGroup::Positions).hits.at(0).note),
              "… here the [family] has a [hub]");
}

TEST_F(Search, HostileTextsAndQueriesAreHarmless) {
    item(std::string(20'000, 'a'), std::string(2'000, '\n'));
    item("\u00AD\u200B\u0301", "日本語 🙂 א");
    item("ﷺ");
    for (const std::string& query :
         {std::string(60, 'a'), std::string("\xFF\xFE\xC3"), std::string("日"), std::string("🙂"), std::string("ﷺ"),
          std::string("a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a"), std::string(1, '\0'),
          std::string("\u0301\u0301\u0301"), std::string("' \" % _ * -- OR NEAR(")})
        look(query);
    EXPECT_EQ(look("aaaa").found, 1);
    EXPECT_EQ(look("日本").found, 1);
    const std::string title = group(look("aaaa"), FoundGroup::Evidence).hits.at(0).title.text;
    EXPECT_LE(title.size(), 190U);
}

TEST_F(Search, WhatWouldTakeLongerThanAFrameAsksForAnotherLetter) {
    std::string detail;
    for (int i = 100; i < 160; ++i) detail += "a" + std::to_string(i) + " ";
    const std::size_t items = SearchIndex::kMostRead / 60 + 1;
    for (std::size_t i = 0; i < items; ++i) item("Item", detail);
    const SearchResults results = look("a");
    EXPECT_TRUE(results.tooMany);
    EXPECT_TRUE(results.asked);
    EXPECT_EQ(results.found, 0);
    EXPECT_EQ(look("a14").found, static_cast<int>(items));
}

TEST_F(Search, WhatDoesNotFitIsAdmittedAndPagesGiveWayFirst) {
    document(item("One two three"), {"four five six seven", "eight"});
    checklist.positions = {{1, 1, "nine ten", {}}};
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->checklist = checklist;
    const auto found = [&](std::string_view query, const SearchLimits& limits) {
        const auto index = SearchIndex::build(snapshot, {}, limits);
        EXPECT_FALSE(index->complete());
        return searchFor(query, *index, elementsOfEvidence(checklist)).found;
    };
    EXPECT_TRUE(SearchIndex::build(snapshot)->complete());
    EXPECT_EQ(found("ten", {.places = 11}), 1);
    EXPECT_EQ(found("four", {.places = 11}), 0);
    EXPECT_EQ(found("ten", {.words = 11}), 1);
    EXPECT_EQ(found("seven", {.words = 11}), 0);
}

TEST_F(Search, NothingToFindIsNoTrouble) {
    checklist.elements.clear();
    EXPECT_EQ(look("anything").found, 0);
    EXPECT_EQ(look("").found, 0);
}

TEST_F(Search, BuildingEndsWhenItIsToldTo) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->checklist = checklist;
    std::stop_source stop;
    EXPECT_NE(SearchIndex::build(snapshot, stop.get_token()), nullptr);
    stop.request_stop();
    EXPECT_EQ(SearchIndex::build(snapshot, stop.get_token()), nullptr);
}

/// The same as reading everything, for many queries.
TEST_F(Search, AgreesWithReadingEverything) {
    const std::vector<std::string> parts = {"family", "families", "hub", "hubs", "plan", "fame", "a", "pl", "Éa"};
    for (std::size_t i = 0; i < 300; ++i)
        item(parts[i % 9] + " " + parts[i * 7 % 8], parts[i * i % 5] + " " + parts[i / 9 % 9]);
    for (const char* query : {"f", "fa", "fam", "fami", "hub", "hubs fam", "a p", "e", "plan hub a", "pl families"}) {
        int expected = 0;
        for (const Evidence& evidence : checklist.evidence) {
            std::size_t budget = 1'000;
            const auto words = queryWords(query);
            const auto line = markMatches(evidence.name + " " + evidence.detail, words, {}, budget);
            expected += line.words == (1U << words.size()) - 1 ? 1 : 0;
        }
        EXPECT_EQ(look(query).found, expected) << query;
    }
}

} // namespace
} // namespace sightline
