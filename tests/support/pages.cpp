#include "tests/support/pages.h"

#include "data/rules.h"

namespace sightline::testing_support {

namespace {

/// The keypad, over what stands behind it: empty, typed, refused, and with a wait.
void addKeypads(std::vector<Scene>& scenes) {
    const auto add = [&](std::string name, const PinPad& pin) {
        scenes.push_back({std::move(name), UiState{}});
        scenes.back().state.pin = pin;
        scenes.back().state.pin.asked = true;
    };
    add("keypad", {});
    add("keypad, typed", {.typed = 3});
    add("keypad, all that can be typed", {.typed = 12});
    add("keypad, too short", {.note = PinNote::TooShort});
    add("keypad, checking", {.typed = 6, .note = PinNote::Checking});
    add("keypad, wrong", {.note = PinNote::Wrong, .freeTries = 2});
    add("keypad, wrong before a wait", {.note = PinNote::Wrong});
    add("keypad, wrong and waiting", {.note = PinNote::Wrong, .waitSeconds = 30});
    add("keypad, waiting", {.waitSeconds = 14 * 60});
    add("keypad, not counted", {.note = PinNote::NotCounted});
    add("keypad, no memory", {.note = PinNote::NoMemory});
    add("no keypad", {});
    scenes.back().withoutPin = true;
}

/// Marked items, as the page of each and as rows, before and after the PIN.
void addMarked(std::vector<Scene>& scenes, const Snapshot& snapshot) {
    for (const Evidence& item : snapshot.checklist.evidence) {
        if (item.marking.empty()) continue;
        for (const bool opened : {false, true}) {
            scenes.push_back({opened ? "marked item, opened" : "marked item", UiState{}});
            scenes.back().state.here = {Page::EvidenceItem, item.id};
            scenes.back().state.opened = opened;
        }
    }
    scenes.push_back({"evidence, opened", UiState{}});
    scenes.back().state.here = {Page::Evidence};
    scenes.back().state.opened = true;
}

} // namespace

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
    addKeypads(scenes);
    addMarked(scenes, snapshot);
    add("curtain", Page::Overview).curtain = true;
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
    view.pinSet = true;
    view.clock = "14:05";
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
    const bool pinSet = view.pinSet;
    view.pinSet = pinSet && !scene.withoutPin;
    frame_.build(view, scene.state, look_, room_, targets_);
    view.pinSet = pinSet;
    return targets_;
}

} // namespace sightline::testing_support
