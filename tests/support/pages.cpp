#include "tests/support/pages.h"

#include "data/rules.h"

namespace sightline::testing_support {

std::vector<Scene> scenesOf(const Snapshot& snapshot) {
    std::vector<Scene> scenes;
    const auto add = [&](std::string name, Page page, int item = 0) -> UiState& {
        scenes.push_back({std::move(name), UiState{}});
        scenes.back().state.here = {page, item};
        return scenes.back().state;
    };
    add("overview", Page::Overview);
    for (const Element& element : snapshot.checklist.elements)
        add("element " + std::to_string(element.number), Page::Element, element.number);
    add("evidence", Page::Evidence);
    add("evidence, element 4", Page::Evidence).filter.element = 4;
    add("evidence, stale", Page::Evidence).filter.staleOnly = true;
    add("evidence, nothing", Page::Evidence).filter = {.element = 1, .line = 1, .kind = -1, .staleOnly = true};
    add("first item", Page::EvidenceItem, snapshot.checklist.evidence.front().id);
    add("last item", Page::EvidenceItem, snapshot.checklist.evidence.back().id);
    for (const Evidence& item : snapshot.checklist.evidence) {
        if (item.document == 0) continue;
        add("document", Page::EvidenceItem, item.id);
        add("document, enlarged", Page::EvidenceItem, item.id).zoom = 3;
        scenes.back().state.here.documentPage = 2;
        add("document, last page", Page::EvidenceItem, item.id).here.documentPage = 1'000'000;
        add("document, details", Page::EvidenceItem, item.id).details = true;
        add("document, number pad", Page::EvidenceItem, item.id).askingPage = true;
        add("document, number typed", Page::EvidenceItem, item.id).askingPage = true;
        scenes.back().state.typedPage = 1;
    }
    for (const auto grouping : {ActionGrouping::ByDate, ActionGrouping::ByOwner, ActionGrouping::ByElement})
        for (const bool done : {false, true}) {
            UiState& state = add("actions " + std::to_string(static_cast<int>(grouping)) + (done ? " with done" : ""),
                                 Page::Actions);
            state.grouping = grouping;
            state.withDone = done;
        }
    add("map", Page::Map);
    add("search", Page::Search);
    add("search, numbers", Page::Search).keys = KeyLayer::Numbers;
    for (const char* query : {"a", "board", "family hub", "nothing like this", "a board that does not end at all"})
        add(std::string("search, ") + query, Page::Search).query = query;
    add("about", Page::About);
    add("health", Page::Health);
    MeetingSteps steps{};
    for (std::size_t i = 0; i < snapshot.checklist.elements.size(); ++i)
        steps[i] = snapshot.checklist.elements[i].number;
    for (std::size_t i = 0; i < snapshot.checklist.elements.size(); ++i)
        add("meeting, step " + std::to_string(i + 1), Page::Element, steps[i]).meeting =
            Meeting{.steps = steps, .at = static_cast<int>(i), .time = MeetingTime{240, 15}};
    for (const Page page : {Page::Overview, Page::Evidence, Page::Actions, Page::Map, Page::Changes, Page::Search,
                            Page::About, Page::Health})
        add("meeting, looking elsewhere", page).meeting = Meeting{.steps = steps, .time = {}};
    add("meeting, looking at evidence", Page::EvidenceItem, snapshot.checklist.evidence.front().id).meeting =
        Meeting{.steps = steps, .time = {}};
    add("meeting, how to start", Page::Overview).meetingQuestion = MeetingQuestion::Start;
    add("meeting, how to end", Page::Element, steps[0]).meeting = Meeting{.steps = steps, .time = {}};
    scenes.back().state.meetingQuestion = MeetingQuestion::End;
    for (const bool paused : {false, true})
        for (const Page page : {Page::Overview, Page::Map, Page::Actions})
            add(paused ? "pages in turn, paused" : "pages in turn", page).rotation = Rotation{
                .place = 2, .count = 9, .next = {Page::Map}, .seconds = 90, .resumesAfter = 120, .paused = paused};
    add("test pattern", Page::Pattern);
    add("touch check", Page::Pattern).touchCheck.on = true;
    add("touch check, all reached", Page::Pattern).touchCheck.on = true;
    scenes.back().state.touchCheck.off.fill(7.0F);
    scenes.back().state.touchCheck.misses = 2;
    add("idle notice", Page::Overview).idleSecondsLeft = 17;
    return scenes;
}

PageBuilder::PageBuilder(const Snapshot& snapshot, const Room& room, ThemeName theme)
    : view(makeView(&snapshot, positionDay(snapshot.checklist).value(), {})), room_(room), look_(lookOf(theme)) {
    // The first page can be shown, the second cannot, the others have yet to arrive.
    for (const Document& document : snapshot.checklist.documents) {
        shelf.put({document.id, 1}, 1);
        shelf.putProblem({document.id, 2}, "Its picture is damaged.");
    }
    view.shelf = &shelf;
    view.health = {
        "Sightline 0.1.0",
        {{"This wall", {{"Version", "0.1.0"}, {"Running for", "200 days 4 hours, since 21 November 14:05"}}, ""},
         {"Frames drawn, and why", {{"In all", "12345"}}, ""}},
        {{"Snapshot", {}, "There is none."}, {"Last loads and refusals", {}, "Nothing happened yet."}}};
    for (int i = 0; i < 12; ++i)
        view.health.source.back().facts.push_back({"21 November 14:05", "wall.db: There is no such file or folder."});
    view.search = SearchIndex::build({std::shared_ptr<const void>(), &snapshot});
    frame_.setFonts(bakeFonts(room, charactersFor(&snapshot)));
}

const Targets& PageBuilder::build(const Scene& scene) {
    refreshView(view, scene.state, nullptr);
    frame_.build(view, scene.state, look_, room_, targets_);
    return targets_;
}

} // namespace sightline::testing_support
