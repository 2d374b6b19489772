#include "data/sample.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/change_words.h"
#include "data/content_rules.h"
#include "data/page_pictures.h"
#include "data/rules.h"
#include "data/summary.h"

namespace sightline {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;
using ::testing::StartsWith;

Checklist sampleChecklist(const std::string& name) {
    Result<Snapshot> snapshot = sampleSnapshot(name);
    if (!snapshot) {
        ADD_FAILURE() << snapshot.error().message();
        return {};
    }
    EXPECT_TRUE(snapshot->sample);
    return snapshot->checklist;
}

Summary summaryOf(const Checklist& checklist) { return summarise(checklist, positionDay(checklist).value_or(Day{})); }

/// One number for each element, in order.
template <class Count>
std::vector<int> perElement(const Summary& summary, Count count) {
    std::vector<int> counts;
    for (const ElementSummary& element : summary.elements) counts.push_back(count(element));
    return counts;
}

/// Characters, not bytes: every byte that does not continue a UTF-8 sequence.
size_t characters(const std::string& text) {
    return static_cast<size_t>(std::count_if(text.begin(), text.end(),
                                             [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// Expects every line of every text to be there and to be no longer than `limit`.
template <class Row>
void expectLines(const std::vector<Row>& rows, std::string Row::*text, size_t limit) {
    for (const Row& row : rows) {
        for (const std::string& line : split(row.*text, '\n')) {
            EXPECT_FALSE(line.empty()) << row.*text;
            EXPECT_LE(characters(line), limit) << line;
        }
    }
}

// Dorset: the counts of the document that Dorset Council published in June 2024, counted by hand.

TEST(DorsetSample, HasEveryPositionEvidenceAndNextStepOfTheDocument) {
    const Summary summary = summaryOf(sampleChecklist("dorset"));
    EXPECT_THAT(perElement(summary, [](const auto& e) { return e.number; }), ElementsAre(1, 2, 3, 4, 5, 6));
    EXPECT_THAT(perElement(summary, [](const auto& e) { return e.positions; }), ElementsAre(3, 4, 3, 8, 5, 4));
    EXPECT_THAT(perElement(summary, [](const auto& e) { return e.evidence; }), ElementsAre(10, 11, 6, 7, 8, 12));
    EXPECT_THAT(perElement(summary, [](const auto& e) { return e.outstanding; }), ElementsAre(2, 1, 1, 4, 1, 2));
    EXPECT_EQ(summary.positions, 27);
    EXPECT_EQ(summary.evidenceItems, 47);
    EXPECT_EQ(summary.evidenceLinks, 54);
    EXPECT_EQ(summary.outstanding, 11);
}

TEST(DorsetSample, SaysWhatItIs) {
    const Checklist dorset = sampleChecklist("dorset");
    EXPECT_EQ(dorset.authority, "Dorset Council");
    EXPECT_EQ(isoDate(dorset.positionDate), "2024-06");
    EXPECT_THAT(dorset.culture, SizeIs(3));
    ASSERT_THAT(dorset.roleHolders, SizeIs(2));
    EXPECT_EQ(dorset.roleHolders[0].abbreviation, "DCS");
    EXPECT_EQ(dorset.roleHolders[1].abbreviation, "LMCS");
}

TEST(DorsetSample, InventsNoOpinionOwnerOrDate) {
    const Checklist dorset = sampleChecklist("dorset");
    for (const Element& element : dorset.elements) {
        EXPECT_EQ(element.opinion, 0) << element.title;
        EXPECT_FALSE(element.opinionDate.known()) << element.title;
    }
    for (const Action& action : dorset.actions) {
        EXPECT_EQ(action.owner, "") << action.text;
        EXPECT_FALSE(action.due.known()) << action.text;
        EXPECT_EQ(action.status, ActionStatus::Open) << action.text;
    }
    const Summary summary = summaryOf(dorset);
    EXPECT_EQ(summary.undated, 11);
    EXPECT_EQ(summary.overdue, 0);
    EXPECT_EQ(summary.undatedEvidence, 44); // all but the three that the document dates
    EXPECT_EQ(summary.guessed, 47);
}

TEST(DorsetSample, KeepsTheFourPortfoliosUnderOnePosition) {
    const Checklist dorset = sampleChecklist("dorset");
    const auto withSubPoints = [](const Position& p) { return p.text.find('\n') != std::string::npos; };
    ASSERT_EQ(std::count_if(dorset.positions.begin(), dorset.positions.end(), withSubPoints), 1);
    const auto portfolios = std::find_if(dorset.positions.begin(), dorset.positions.end(), withSubPoints);
    EXPECT_EQ(portfolios->element, 3);
    EXPECT_THAT(split(portfolios->text, '\n'), SizeIs(5));
}

TEST(DorsetSample, KeepsTheDocumentsOrderWhereElementsShareEvidence) {
    const Checklist dorset = sampleChecklist("dorset");
    const auto seat = [&](const std::string& name, int element) {
        for (const EvidenceLink& link : dorset.links) {
            const auto isLinked = [&](const Evidence& e) { return e.id == link.evidence && e.name == name; };
            if (link.element == element && std::any_of(dorset.evidence.begin(), dorset.evidence.end(), isLinked)) {
                return link.seat;
            }
        }
        return 0;
    };
    EXPECT_EQ(seat("Children, Young People and Families Plan", 1), 2);
    EXPECT_EQ(seat("Children, Young People and Families Plan", 6), 6);
    EXPECT_EQ(seat("Strengthening Services Plan", 1), 3);
    EXPECT_EQ(seat("Strengthening Services Plan", 4), 2);
    EXPECT_EQ(seat("Strengthening Services Programme", 5), 3);
    EXPECT_EQ(seat("Strengthening Services Programme", 6), 7);
    EXPECT_EQ(seat("Self-evaluation", 2), 2);
    for (const int element : {3, 4, 5, 6}) EXPECT_EQ(seat("Self-evaluation", element), 1) << element;
}

TEST(DorsetSample, NamesFitARowOfTheWall) { expectLines(sampleChecklist("dorset").evidence, &Evidence::name, 60); }

// Northmoor: an invented council that shows everything the pages can show.

TEST(NorthmoorSample, ShowsEveryOpinionOfTheScale) {
    const Checklist northmoor = sampleChecklist("northmoor");
    ASSERT_THAT(northmoor.elements, SizeIs(6));
    std::vector<std::string> words;
    int staleOpinions = 0;
    for (const Element& element : northmoor.elements) {
        words.push_back(opinionOf(northmoor, element).word);
        staleOpinions += isOpinionStale(northmoor, element, *positionDay(northmoor)) ? 1 : 0;
        const bool assessed = element.opinion != 0;
        EXPECT_EQ(assessed, !element.opinionReason.empty()) << element.title;
        EXPECT_EQ(assessed, !element.opinionBy.empty()) << element.title;
        EXPECT_EQ(assessed, element.opinionDate.known()) << element.title;
    }
    EXPECT_THAT(words, IsSupersetOf({"Substantial", "Reasonable", "Limited", "No assurance", "Not assessed"}));
    EXPECT_EQ(staleOpinions, 1);
}

TEST(NorthmoorSample, HasExactlyOneGapAndTwoStaleCells) {
    const Summary summary = summaryOf(sampleChecklist("northmoor"));
    ASSERT_THAT(summary.elements, SizeIs(6));
    EXPECT_EQ(summary.gaps, 1);
    EXPECT_EQ(summary.elements[2].line(Line::Independent).count, 0);
    EXPECT_EQ(summary.elements[2].strength, Strength::Oversight);
    EXPECT_EQ(summary.staleCells, 2);
    EXPECT_TRUE(summary.elements[0].line(Line::Independent).stale);
    EXPECT_TRUE(summary.elements[5].line(Line::Independent).stale);
    EXPECT_EQ(summary.evidenceItems, 65);
    EXPECT_THAT(summary.itemsOnLine, Each(::testing::Ge(14)));
}

TEST(NorthmoorSample, HasEvidenceOfEveryKindAndCondition) {
    const Checklist northmoor = sampleChecklist("northmoor");
    const Day asOf = *positionDay(northmoor);
    const auto some = [&](auto condition) {
        return std::any_of(northmoor.evidence.begin(), northmoor.evidence.end(), condition);
    };
    for (const EvidenceKind& kind : northmoor.kinds) {
        EXPECT_TRUE(some([&](const Evidence& e) { return e.kind == kind.id; })) << kind.word;
    }
    for (const bool stale : {false, true}) {
        for (const Line line : {Line::Management, Line::Oversight, Line::Independent}) {
            const auto fits = [&](const Evidence& e) {
                return e.line == line && e.covers.known() && isStale(northmoor, e, asOf) == stale;
            };
            EXPECT_TRUE(some(fits)) << "line " << static_cast<int>(line) << (stale ? ", stale" : ", fresh");
        }
    }
    EXPECT_TRUE(some([](const Evidence& e) { return !e.covers.known(); }));
    EXPECT_TRUE(some([&](const Evidence& e) { return e.reviewDue.known() && e.reviewDue.last() < asOf; }));
    EXPECT_TRUE(some([&](const Evidence& e) { return e.reviewDue.known() && e.reviewDue.last() > asOf; }));
    EXPECT_TRUE(some([](const Evidence& e) { return e.marking == "OFFICIAL"; }));
    EXPECT_TRUE(some([](const Evidence& e) { return e.marking == "OFFICIAL-SENSITIVE"; }));
    EXPECT_TRUE(some([](const Evidence& e) { return e.kind == 0 && e.organisation.empty(); }));
    for (const Line line : {Line::Management, Line::Oversight, Line::Independent}) {
        EXPECT_TRUE(some([&](const Evidence& e) { return e.line == line && e.lineGuessed; }));
    }
}

TEST(NorthmoorSample, TriesLongNamesAndLettersBeyondEnglish) {
    const Checklist northmoor = sampleChecklist("northmoor");
    std::string organisations;
    int longNames = 0;
    for (const Evidence& evidence : northmoor.evidence) {
        organisations += evidence.organisation;
        longNames += characters(evidence.name) >= 90 ? 1 : 0;
    }
    EXPECT_GE(longNames, 3);
    for (const char* letter : {"ŷ", "é", "Ś", "ę"}) EXPECT_THAT(organisations, ::testing::HasSubstr(letter));
}

TEST(NorthmoorSample, HasActionsInEveryGroup) {
    const Checklist northmoor = sampleChecklist("northmoor");
    const Day asOf = *positionDay(northmoor);
    EXPECT_EQ(isoDate(asOf), "2026-06-14");
    const auto inGroup = [&](DueGroup group) {
        return std::count_if(northmoor.actions.begin(), northmoor.actions.end(),
                             [&](const Action& a) { return dueGroup(a, asOf) == group; });
    };
    EXPECT_EQ(inGroup(DueGroup::Overdue), 4);
    EXPECT_EQ(inGroup(DueGroup::NoDate), 3);
    EXPECT_EQ(inGroup(DueGroup::Done), 3);
    EXPECT_GE(inGroup(DueGroup::Within30Days), 3);
    EXPECT_GE(inGroup(DueGroup::Later), 3);
    const auto some = [&](auto condition) {
        return std::any_of(northmoor.actions.begin(), northmoor.actions.end(), condition);
    };
    EXPECT_TRUE(some([&](const Action& a) { return isOverdue(a, asOf) && a.due.day == 0; })) << "late by the month";
    EXPECT_TRUE(some([&](const Action& a) { return isOutstanding(a) && a.due.known() && a.due.last() == asOf; }));
    EXPECT_TRUE(some([](const Action& a) { return a.owner.empty(); }));
    for (const Action& action : northmoor.actions) {
        EXPECT_EQ(action.status == ActionStatus::Done, action.completed.known()) << action.text;
    }
}

TEST(NorthmoorSample, LinksLeadNowhereReal) {
    int links = 0;
    for (const Evidence& evidence : sampleChecklist("northmoor").evidence) {
        if (evidence.link.empty()) continue;
        ++links;
        EXPECT_THAT(evidence.link, StartsWith("https://northmoor.example/"));
    }
    EXPECT_GE(links, 20);
}

TEST(NorthmoorSample, SaysItIsInvented) {
    const Checklist northmoor = sampleChecklist("northmoor");
    ASSERT_FALSE(northmoor.background.empty());
    EXPECT_THAT(northmoor.background.front().text, StartsWith("Northmoor Council is invented."));
}

// Documents

TEST(Sample, NorthmoorHasADocumentWhosePagesCanBeShown) {
    const Checklist northmoor = sampleChecklist("northmoor");
    ASSERT_EQ(northmoor.documents.size(), 1U);
    const Document& document = northmoor.documents.front();
    ASSERT_EQ(document.pages.size(), 4U);
    const auto item = std::ranges::find(northmoor.evidence, document.id, &Evidence::document);
    ASSERT_NE(item, northmoor.evidence.end());
    EXPECT_EQ(item->file, document.name);
    const PictureSource pictures = samplePictures("northmoor");
    for (const DocumentPage& page : document.pages) {
        const auto png = pictures(document, page);
        ASSERT_TRUE(png) << png.error().message();
        EXPECT_EQ(pictureProblem(*png, page), std::nullopt) << page.number;
        EXPECT_LE(png->size(), 64U * 1024) << page.number;
        EXPECT_NE(page.text.find("Page " + std::to_string(page.number)), std::string::npos) << page.text;
    }
    EXPECT_NE(document.pages[1].text.find("Figure 1."), std::string::npos);
    EXPECT_FALSE(pictures(document, {5, 1, 1, "", ""}));
    EXPECT_TRUE(sampleChecklist("dorset").documents.empty());
    EXPECT_TRUE(checkContent(northmoor)) << "the wall would refuse it";
}

// All

TEST(Sample, EveryOneIsWhole) {
    EXPECT_THAT(sampleNames(), ElementsAre("dorset", "northmoor"));
    for (const std::string& name : sampleNames()) {
        const auto snapshot = sampleSnapshot(name);
        ASSERT_TRUE(snapshot) << snapshot.error().message();
        EXPECT_TRUE(snapshot->sample);
        EXPECT_EQ(snapshot->meta.sequence, 0);
        EXPECT_EQ(snapshot->digest, "");
        EXPECT_EQ(snapshot->checklist.sources.at(0).kind, "sample");
    }
}

TEST(Sample, NorthmoorTellsWhatChangedSinceMarch) {
    const auto earlier = earlierSample("northmoor");
    ASSERT_TRUE(earlier);
    EXPECT_EQ(earlier->checklist.positionDate, (PartialDate{2026, 3, 12}));
    const Day now{std::chrono::year{2026} / 6 / 14};
    const Changes changes = compareChecklists(earlier->checklist, comparisonDay(*earlier, now),
                                              sampleSnapshot("northmoor")->checklist, now);
    EXPECT_EQ(changeHeadline(changes).fine, "1 down · 2 up · 2 actions done");
    EXPECT_EQ(changeHeadline(changes).alarm, "4 newly overdue");
    const ChangeCounts& counts = changes.counts;
    for (const int count : {counts.goneStale, counts.goneEvidence, counts.added, counts.refreshed, counts.reworded,
                            counts.newPositions, counts.newActions, counts.goneActions, counts.dateMoved})
        EXPECT_GT(count, 0);
    EXPECT_FALSE(earlierSample("dorset"));
    EXPECT_FALSE(earlierSample("northmoor/earlier"));
}

TEST(Sample, UnknownNamesAreRefused) {
    const auto snapshot = sampleSnapshot("atlantis");
    ASSERT_FALSE(snapshot);
    EXPECT_EQ(snapshot.error().kind, FailureKind::Missing);
    EXPECT_EQ(snapshot.error().place, "sample atlantis");
}

class EverySample : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Named, EverySample, ::testing::Values("dorset", "northmoor"),
                         [](const auto& sample) { return std::string(sample.param); });

TEST_P(EverySample, KeepsToSensibleLengths) {
    const Checklist sample = sampleChecklist(GetParam());
    expectLines(sample.elements, &Element::title, 40);
    expectLines(sample.elements, &Element::statement, 200);
    expectLines(sample.positions, &Position::text, 240);
    expectLines(sample.evidence, &Evidence::name, 120);
    expectLines(sample.actions, &Action::text, 160);
    expectLines(sample.culture, &Statement::text, 300);
    expectLines(sample.background, &Statement::text, 300);
    expectLines(sample.roleHolders, &RoleHolder::role, 60);
    expectLines(sample.roleHolders, &RoleHolder::holder, 60);
    for (const Evidence& evidence : sample.evidence) {
        EXPECT_LE(characters(evidence.organisation), 80U) << evidence.organisation;
        for (const std::string& line : split(evidence.detail, '\n')) EXPECT_LE(characters(line), 110U) << line;
    }
    for (const Element& element : sample.elements) EXPECT_LE(characters(element.opinionReason), 240U) << element.title;
}

TEST_P(EverySample, NamesNoEvidenceTwice) {
    std::vector<std::string> names;
    for (const Evidence& evidence : sampleChecklist(GetParam()).evidence) names.push_back(evidence.name);
    ASSERT_FALSE(names.empty());
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    EXPECT_EQ(twice, names.end()) << *twice;
}

} // namespace
} // namespace sightline
