#include "app/reveal.h"
#include "app/update.h"

#include "data/search/search_results.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

constexpr Location kOverview{Page::Overview, 0};
constexpr Location kEvidence{Page::Evidence, 0};
constexpr Location kMap{Page::Map, 0};
constexpr Location element(int number) { return {Page::Element, number}; }
constexpr Location item(int id) { return {Page::EvidenceItem, id}; }

Checklist checklist(int items = 9) {
    Checklist out;
    for (int i = 1; i <= 6; ++i) out.elements.emplace_back().number = i;
    for (int i = 1; i <= items; ++i) out.evidence.emplace_back().id = i;
    out.kinds.push_back({3, "Inspection"});
    return out;
}

class Update : public testing::Test {
protected:
    void act(const Command& command) { state = update(state, command, &shown, targets); }
    void open(const Location& to) { act(OpenPage{to}); }
    float& scroll(ListId list) { return state.scroll[static_cast<std::size_t>(list)]; }

    Checklist shown = checklist();
    Targets targets;
    UiState state;
};

TEST_F(Update, OpensAndGoesBack) {
    open(element(4));
    open(item(2));
    EXPECT_EQ(state.here, item(2));
    EXPECT_EQ(state.trail, (std::vector{kOverview, element(4)}));
    act(GoBack{});
    EXPECT_EQ(state.here, element(4));
    act(GoBack{});
    EXPECT_EQ(state.here, kOverview);
    EXPECT_TRUE(isHome(state));
    act(GoBack{});
    EXPECT_TRUE(isHome(state));
}

TEST_F(Update, OpeningStartsAtTheTopAndBackRestoresThePlace) {
    open(element(4));
    scroll(ListId::ElementEvidence) = 120;
    open(item(2));
    open(element(5));
    EXPECT_EQ(scroll(ListId::ElementEvidence), 0);
    scroll(ListId::ElementEvidence) = 7;
    act(GoBack{});
    act(GoBack{});
    EXPECT_EQ(state.here, element(4));
    EXPECT_EQ(scroll(ListId::ElementEvidence), 120);
}

TEST_F(Update, BackRestoresTheFilter) {
    act(OpenEvidence{{.element = 2}});
    scroll(ListId::Evidence) = 40;
    open(item(3));
    open(element(1));
    act(OpenEvidence{{.line = 3}});
    EXPECT_EQ(state.filter, (EvidenceFilter{.line = 3}));
    EXPECT_EQ(scroll(ListId::Evidence), 0);
    for (int i = 0; i < 3; ++i) act(GoBack{});
    EXPECT_EQ(state.here, kEvidence);
    EXPECT_EQ(state.filter, (EvidenceFilter{.element = 2}));
    EXPECT_EQ(scroll(ListId::Evidence), 40);
}

TEST_F(Update, TopPagesStartANewTrail) {
    open(element(4));
    open(item(2));
    open(kMap);
    EXPECT_TRUE(state.trail.empty());
    act(GoBack{});
    EXPECT_EQ(state.here, kOverview);
}

TEST_F(Update, NarrowedEvidenceLeadsBackToWhereItWasAskedFor) {
    open(kMap);
    act(OpenEvidence{{.element = 3, .line = 1}});
    EXPECT_EQ(state.here, kEvidence);
    act(GoBack{});
    EXPECT_EQ(state.here, kMap);
}

TEST_F(Update, EvidenceTabShowsTheWholeList) {
    act(OpenEvidence{{.element = 3}});
    open(kEvidence);
    EXPECT_EQ(state.filter, EvidenceFilter{});
}

TEST_F(Update, NextElementAndNextItemReplaceThePlace) {
    open(element(1));
    open(element(2));
    open(element(3));
    EXPECT_EQ(state.trail, std::vector{kOverview});
    open(item(1));
    open(item(2));
    EXPECT_EQ(state.trail, (std::vector{kOverview, element(3)}));
}

TEST_F(Update, HealthLeadsBackToWhereItWasAskedFor) {
    open(element(4));
    scroll(ListId::ElementEvidence) = 120;
    act(ShowHealth{});
    EXPECT_EQ(state.here, (Location{Page::Health, 0}));
    scroll(ListId::Health) = 30;
    EXPECT_FALSE(isHome(state)) << "nobody is left on it";
    act(GoBack{});
    EXPECT_EQ(state.here, element(4));
    EXPECT_EQ(scroll(ListId::ElementEvidence), 120);
    act(ShowHealth{});
    EXPECT_EQ(scroll(ListId::Health), 0);
    state = update({}, ShowHealth{}, nullptr, targets);
    EXPECT_EQ(state.here, (Location{Page::Health, 0})) << "also where there is nothing to show";
    EXPECT_EQ(settleOn(state, &shown), state);
}

TEST_F(Update, TrailIsBounded) {
    for (int i = 0; i < 100; ++i) {
        open(element(1 + i % 6));
        open(item(1 + i % 9));
    }
    EXPECT_EQ(state.trail.size(), kTrailLimit);
    EXPECT_EQ(state.kept.size(), kTrailLimit);
}

TEST_F(Update, WhatDoesNotExistLeadsToItsList) {
    open(element(9));
    EXPECT_EQ(state.here, kOverview);
    open(item(99));
    EXPECT_EQ(state.here, kEvidence);
    state = update({}, OpenPage{element(1)}, nullptr, targets);
    EXPECT_EQ(state.here, kOverview);
    state = update({}, OpenPage{item(1)}, nullptr, targets);
    EXPECT_EQ(state.here, kOverview);
}

TEST_F(Update, FilterStartsAtTheTopAndStaysOnThePage) {
    open(kEvidence);
    scroll(ListId::Evidence) = 300;
    act(SetFilter{{.kind = 3, .staleOnly = true}});
    EXPECT_EQ(state.filter, (EvidenceFilter{.kind = 3, .staleOnly = true}));
    EXPECT_EQ(scroll(ListId::Evidence), 0);
    EXPECT_EQ(state.here, kEvidence);
    act(SetFilter{{.element = 8, .line = 7, .kind = 99}});
    EXPECT_EQ(state.filter, EvidenceFilter{}) << "nothing of it exists";
    act(SetFilter{{.kind = -1}});
    EXPECT_EQ(state.filter.kind, -1);
}

TEST_F(Update, GroupingAndDone) {
    scroll(actionColumn(5)) = 10;
    scroll(ListId::ActionStrip) = 10;
    act(SetGrouping{ActionGrouping::ByOwner});
    EXPECT_EQ(state.grouping, ActionGrouping::ByOwner);
    EXPECT_EQ(scroll(actionColumn(5)), 0);
    EXPECT_EQ(scroll(ListId::ActionStrip), 0);
    act(ShowDone{true});
    EXPECT_TRUE(state.withDone);
}

TEST_F(Update, PagingMovesAlmostAScreenAndStopsAtTheEnds) {
    targets.addScroll({.list = ListId::Map, .viewport = {0, 0, 100, 200}, .content = 500});
    act(PageList{ListId::Map, 1});
    EXPECT_EQ(scroll(ListId::Map), 180);
    act(PageList{ListId::Map, 1});
    EXPECT_EQ(scroll(ListId::Map), 300);
    act(PageList{ListId::Map, -1});
    EXPECT_EQ(scroll(ListId::Map), 120);
    act(PageList{ListId::Map, -1});
    EXPECT_EQ(scroll(ListId::Map), 0);
    const UiState before = state;
    act(PageList{ListId::About, 1});
    EXPECT_EQ(state, before) << "a list that is not on the page";
}

TEST_F(Update, StayHereEndsTheNotice) {
    open(element(2));
    state.idleSecondsLeft = 12;
    act(StayHere{});
    EXPECT_EQ(state.idleSecondsLeft, 0);
    EXPECT_EQ(state.here, element(2));
}

TEST_F(Update, ReplacedSnapshotKeepsThePlaceWhereItStillExists) {
    open(element(2));
    open(item(9));
    scroll(ListId::ItemFacts) = 5;
    const Checklist same = checklist();
    EXPECT_EQ(settleOn(state, &same), state);
}

TEST_F(Update, ReplacedSnapshotWithoutTheItemShowsItsList) {
    open(element(2));
    open(item(9));
    const Checklist smaller = checklist(3);
    state = settleOn(state, &smaller);
    EXPECT_EQ(state.here, kEvidence);
    EXPECT_EQ(state.trail, (std::vector{kOverview, element(2)}));
}

TEST_F(Update, ReplacedSnapshotDropsWhatIsGoneFromTheTrailAndTheFilter) {
    act(OpenEvidence{{.kind = 3}});
    open(item(9));
    open(element(6));
    Checklist smaller = checklist(3);
    smaller.kinds.clear();
    state = settleOn(state, &smaller);
    EXPECT_EQ(state.here, element(6));
    EXPECT_EQ(state.trail, (std::vector{kOverview, kEvidence}));
    EXPECT_EQ(state.trail.size(), state.kept.size());
    act(GoBack{});
    EXPECT_EQ(state.filter, EvidenceFilter{});
}

TEST_F(Update, GoneItemGoesBackToTheListItWasOpenedFrom) {
    act(OpenEvidence{{.element = 2}});
    open(item(9));
    const Checklist smaller = checklist(3);
    state = settleOn(state, &smaller);
    EXPECT_EQ(state.here, kEvidence);
    EXPECT_EQ(state.filter, (EvidenceFilter{.element = 2}));
    EXPECT_EQ(state.trail, std::vector{kOverview});
}

TEST_F(Update, ScrollsStayWithinTheLists) {
    targets.addScroll({.list = ListId::Map, .viewport = {0, 0, 100, 200}, .content = 500});
    scroll(ListId::Map) = 900;
    scroll(ListId::About) = 900;
    state = clampScrolls(state, targets);
    EXPECT_EQ(scroll(ListId::Map), 300);
    EXPECT_EQ(scroll(ListId::About), 900) << "not on the page: its bounds are not known";
}

TEST_F(Update, FocusedRowIsScrolledIntoSight) {
    const Rect viewport{0, 100, 400, 200};
    targets.addScroll({.list = ListId::Map, .viewport = viewport, .content = 1000, .focusMargin = 30});
    targets.add(TargetRole::Row, "row", "Row", {0, 280, 400, 60}, viewport, GoBack{});
    state.focus = Targets::keyOf("row");
    state = revealFocus(state, targets);
    EXPECT_EQ(scroll(ListId::Map), 100) << "its 60 pixels and as much below fit: 180 + 60 + 60 - 200";
}

TEST_F(Update, PagingButtonsOverAListDoNotMoveIt) {
    const Rect viewport{0, 100, 400, 200};
    targets.addScroll({.list = ListId::Map, .viewport = viewport, .content = 1000, .focusMargin = 30});
    targets.add(TargetRole::Button, "more", "More", {300, 280, 100, 20}, viewport, PageList{ListId::Map, 1});
    state.focus = Targets::keyOf("more");
    EXPECT_EQ(revealFocus(state, targets), state);
}

TEST_F(Update, TypingIsBoundedAndKeepsToText) {
    open({Page::Search});
    act(TypeCharacter{U' '});
    EXPECT_EQ(state.query, "");
    for (int i = 0; i < 100; ++i) act(TypeCharacter{U'é'});
    EXPECT_EQ(state.query.size(), 2 * kQueryCharacters);
    act(DeleteCharacter{});
    EXPECT_EQ(state.query.size(), 2 * (kQueryCharacters - 1)) << "a letter of two bytes goes at once";
    for (const char32_t code : {U'\n', U'\0', U'\u202E', U'\u0085', char32_t{0xD800}, char32_t{0x110000}})
        act(TypeCharacter{code});
    EXPECT_EQ(state.query.size(), 2 * (kQueryCharacters - 1));
    act(ClearQuery{});
    act(DeleteCharacter{});
    EXPECT_EQ(state.query, "");
    for (const char32_t code : {U'a', U' ', U' ', U'\U0001F642'}) act(TypeCharacter{code});
    EXPECT_EQ(state.query, "a \U0001F642");
}

TEST_F(Update, TypingShowsTheResultsFromTheTop) {
    open({Page::Search});
    for (const Command& command : {Command{TypeCharacter{U'a'}}, Command{DeleteCharacter{}}, Command{ClearQuery{}}}) {
        scroll(ListId::SearchResults) = 90;
        act(command);
        EXPECT_EQ(scroll(ListId::SearchResults), 0);
    }
}

TEST_F(Update, TheSearchLeadsBackToWhereItWasWanted) {
    open(element(4));
    open({Page::Search});
    act(TypeCharacter{U'a'});
    scroll(ListId::SearchResults) = 90;
    open(item(2));
    open(element(1));
    open({Page::Search});
    EXPECT_EQ(state.query, "a");
    EXPECT_EQ(scroll(ListId::SearchResults), 90) << "it is gone back to";
    act(GoBack{});
    EXPECT_EQ(state.here, element(4));
    act(GoBack{});
    EXPECT_EQ(state.here, kOverview);
}

TEST_F(Update, TheOverviewForgetsWhatWasSearchedFor) {
    open({Page::Search});
    act(TypeCharacter{U'a'});
    act(ShowKeys{KeyLayer::Numbers});
    EXPECT_FALSE(isHome(state));
    open(kMap);
    EXPECT_EQ(state.query, "a");
    open(kOverview);
    EXPECT_TRUE(isHome(state));
    open({Page::Search});
    act(TypeCharacter{U'b'});
    act(GoBack{});
    EXPECT_TRUE(isHome(state));
}

TEST_F(Update, HomeIsWhereNothingWasOpenedNarrowedOrScrolled) {
    EXPECT_TRUE(isHome({}));
    UiState focused;
    focused.focus = 5;
    EXPECT_TRUE(isHome(focused));
    UiState scrolled;
    scrolled.scroll[0] = 1;
    EXPECT_FALSE(isHome(scrolled));
    open(kMap);
    EXPECT_FALSE(isHome(state));
}

/// Item 1 has a document of three pages, item 2 one of a single page.
class UpdateDocument : public Update {
protected:
    UpdateDocument() {
        for (const int id : {1, 2}) {
            Document& document = shown.documents.emplace_back();
            document.id = id;
            for (int page = 1; page <= (id == 1 ? 3 : 1); ++page) document.pages.push_back({page, 1000, 1500, "", ""});
            shown.evidence[static_cast<std::size_t>(id) - 1].document = id;
        }
        open(item(1));
        draw();
    }
    /// What the page would register: it fits with 400 by 600 pixels into 800 by 600.
    void draw() {
        const float factor = kZoomFactors.at(static_cast<std::size_t>(state.zoom));
        targets.clear();
        DocumentArea area;
        area.viewport = {100, 50, 800, 600};
        area.fitted = {400, 600};
        area.mostZoom = 4;
        targets.setDocument(area);
        targets.addScroll({.list = ListId::DocumentDown, .viewport = area.viewport, .content = 600 * factor});
        targets.addScroll(
            {.list = ListId::DocumentAcross, .viewport = area.viewport, .content = 400 * factor, .sideways = true});
        state = clampScrolls(state, targets);
    }
    void zoom(Zoom how, std::optional<Point> at = {}) {
        act(ZoomPage{how, at});
        draw();
    }
    /// Which place of the page, as shares of it, is at a point of the panel.
    [[nodiscard]] Point placeAt(Point at) const {
        const float factor = kZoomFactors.at(static_cast<std::size_t>(state.zoom));
        const auto share = [&](float point, float extent, float length, float offset) {
            return (point - (length <= extent ? (extent - length) / 2 : -offset)) / length;
        };
        return {share(at.x - 100, 800, 400 * factor, state.scrolled(ListId::DocumentAcross)),
                share(at.y - 50, 600, 600 * factor, state.scrolled(ListId::DocumentDown))};
    }
};

TEST_F(UpdateDocument, TurnsPagesInPlaceAsLargeAsTheyWere) {
    zoom(Zoom::In);
    zoom(Zoom::In);
    scroll(ListId::DocumentDown) = 90;
    const std::size_t trail = state.trail.size();
    open({Page::EvidenceItem, 1, 2});
    EXPECT_EQ(state.here, (Location{Page::EvidenceItem, 1, 2}));
    EXPECT_EQ(state.trail.size(), trail);
    EXPECT_EQ(state.zoom, 2);
    EXPECT_EQ(scroll(ListId::DocumentDown), 0) << "from its top";
}

TEST_F(UpdateDocument, PagesThatThereAreNotLeadToTheFirst) {
    for (const int page : {0, 4, -1, 1000}) {
        open({Page::EvidenceItem, 1, page});
        EXPECT_EQ(state.here, (Location{Page::EvidenceItem, 1, 0})) << page;
    }
    open({Page::EvidenceItem, 3, 2});
    EXPECT_EQ(state.here, item(3)) << "it has no document";
}

TEST_F(UpdateDocument, AnotherItemOpensWithAWholePageAndBackKeepsThePlace) {
    open({Page::EvidenceItem, 1, 3});
    zoom(Zoom::Toggle);
    scroll(ListId::DocumentDown) = 77;
    scroll(ListId::DocumentAcross) = 5;
    open(element(4));
    open(item(2));
    EXPECT_EQ(state.zoom, 0);
    EXPECT_EQ(scroll(ListId::DocumentDown), 0);
    act(GoBack{});
    act(GoBack{});
    EXPECT_EQ(state.here, (Location{Page::EvidenceItem, 1, 3}));
    EXPECT_EQ(state.zoom, kReadingZoom);
    EXPECT_EQ(scroll(ListId::DocumentDown), 77);
    EXPECT_EQ(scroll(ListId::DocumentAcross), 5);
    open(item(2));
    EXPECT_EQ(state.zoom, 0) << "stepping to the next item starts anew too";
    act(GoBack{});
    act(GoBack{});
    EXPECT_TRUE(isHome(state));
}

TEST_F(UpdateDocument, ZoomsBetweenItsBounds) {
    for (const int expected : {1, 2, 3, 4, 4}) {
        zoom(Zoom::In);
        EXPECT_EQ(state.zoom, expected);
    }
    zoom(Zoom::Out);
    EXPECT_EQ(state.zoom, 3);
    zoom(Zoom::Fit);
    zoom(Zoom::Out);
    EXPECT_EQ(state.zoom, 0);
    zoom(Zoom::Toggle);
    EXPECT_EQ(state.zoom, kReadingZoom);
    zoom(Zoom::Toggle);
    EXPECT_EQ(state.zoom, 0);
    targets.clear();
    act(ZoomPage{Zoom::In, std::nullopt});
    EXPECT_EQ(state.zoom, 0) << "no page is open";
}

TEST_F(UpdateDocument, WhatWasTappedStaysUnderTheFinger) {
    const Point at{450, 300}; // on the page, above its middle
    Point before = placeAt(at);
    zoom(Zoom::Toggle, at);
    EXPECT_NEAR(placeAt(at).y, before.y, 0.001);
    before.x = placeAt(at).x; // as wide as the viewport: there is no choice sideways yet
    zoom(Zoom::In, at);
    zoom(Zoom::In, at);
    EXPECT_NEAR(placeAt(at).x, before.x, 0.001) << "wider than the viewport by now";
    EXPECT_NEAR(placeAt(at).y, before.y, 0.001);
    zoom(Zoom::Toggle, Point{100, 50});
    zoom(Zoom::Toggle, Point{100, 50}); // the corner of the viewport, beside the page
    EXPECT_EQ(scroll(ListId::DocumentDown), 0);
}

TEST_F(UpdateDocument, PansByAShareOfWhatCanBeSeenWithinBounds) {
    for (int i = 0; i < 4; ++i) zoom(Zoom::In);
    scroll(ListId::DocumentDown) = 0;
    scroll(ListId::DocumentAcross) = 0;
    act(PanPage{{0.2F, 0.5F}});
    EXPECT_EQ(scroll(ListId::DocumentAcross), 160);
    EXPECT_EQ(scroll(ListId::DocumentDown), 300);
    act(PanPage{{-9, 9}});
    EXPECT_EQ(scroll(ListId::DocumentAcross), 0);
    EXPECT_EQ(scroll(ListId::DocumentDown), 4 * 600 - 600);
}

TEST_F(UpdateDocument, JumpsToThePageThatWasTyped) {
    act(AskPage{true});
    EXPECT_TRUE(state.askingPage);
    act(TypePage{3});
    act(TypePage{1});
    EXPECT_EQ(state.typedPage, 31);
    act(TypePage{-1});
    EXPECT_EQ(state.typedPage, 3);
    open({Page::EvidenceItem, 1, state.typedPage});
    EXPECT_FALSE(state.askingPage);
    EXPECT_EQ(state.typedPage, 0);
    EXPECT_EQ(state.here.documentPage, 3);
    act(AskPage{true});
    act(GoBack{});
    EXPECT_FALSE(state.askingPage);
    EXPECT_EQ(state.here.documentPage, 3) << "Back only put the pad away";
    for (int i = 0; i < 50; ++i) act(TypePage{9});
    EXPECT_GT(state.typedPage, 0) << "no number is too long";
}

TEST_F(UpdateDocument, DetailsGiveWayToAPageThatIsOpened) {
    act(ShowDetails{true});
    EXPECT_TRUE(state.details);
    open({Page::EvidenceItem, 1, 2});
    EXPECT_FALSE(state.details);
    act(ShowDetails{true});
    open(kOverview);
    EXPECT_TRUE(isHome(state));
}

TEST_F(UpdateDocument, AnotherSnapshotKeepsThePageWhileThereIsOne) {
    open({Page::EvidenceItem, 1, 3});
    zoom(Zoom::In);
    act(AskPage{true});
    state = settleOn(state, &shown);
    EXPECT_EQ(state.here.documentPage, 3);
    EXPECT_EQ(state.zoom, 1);
    EXPECT_FALSE(state.askingPage);
    shown.documents.front().pages.pop_back();
    state = settleOn(state, &shown);
    EXPECT_EQ(state.here, item(1)) << "the document lost its last page";
    const Checklist without = checklist(0);
    state = settleOn(state, &without);
    EXPECT_EQ(state.zoom, 0);
}

} // namespace
} // namespace sightline
