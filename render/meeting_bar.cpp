#include "render/meeting_bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "data/rules.h"
#include "render/chrome.h"
#include "render/list_cards.h"
#include "render/notice.h"
#include "render/phrase.h"
#include "render/shapes.h"
#include "render/widgets.h"

namespace sightline {
namespace {

constexpr float kStepPad = 12;
constexpr float kLeastStepPad = 4;
constexpr float kPad = 14;
constexpr float kCompactPad = 10;
constexpr float kWayIcon = 40;
/// So many lines of each list of an element are more worth than the steps.
constexpr float kLinesBesideSteps = 3;
/// And so many are what a list needs to be read at all.
constexpr float kLeastLines = 1.5F;
/// So many go into any page: a list with its page buttons, and something to choose by.
constexpr float kLeastPageLines = 4;

const Element* elementOf(const View& view, int number) {
    const auto& elements = view.checklist().elements;
    const auto found = std::ranges::find(elements, number, &Element::number);
    return found == elements.end() ? nullptr : &*found;
}

/// "Element 3 of 6"; where the order is another one, "Element 6 · 1 of 6".
Phrase placeWords(const Meeting& meeting) {
    if (meeting.element() == meeting.at + 1) return phrase("Element {} of {}", meeting.element(), meeting.count());
    return phrase("Element {} · {} of {}", meeting.element(), meeting.at + 1, meeting.count());
}

/// What has been used of the time set aside, as calm a year late as a minute early. Without a timer, the order.
Phrase timeWords(const Meeting& meeting, bool inFull) {
    if (!meeting.time)
        return phrase("{}", meeting.order == MeetingOrder::ByAttention ? "most attention first" : "in order");
    const auto [used, planned] = *meeting.time;
    if (used > planned && inFull) return phrase("{} min · {} planned", used, planned);
    return phrase("{} of {} min", used, planned);
}

/// The longest word among the opinions: a step can break between words, but not in one.
float longestWord(const Canvas& c, const Checklist& checklist) {
    float longest = 0;
    for (const Opinion& opinion : checklist.scale)
        for (std::size_t at = 0; at < opinion.word.size();) {
            const std::size_t end = std::min(opinion.word.find(' ', at), opinion.word.size());
            longest = std::max(longest, c.width(Style::Label, std::string_view(opinion.word).substr(at, end - at)));
            at = end + 1;
        }
    return longest;
}

/// How the bar says what it says.
enum class BarForm : std::uint8_t {
    Row,     ///< everything in one row: on a wide panel
    Stacked, ///< the steps below the rest
    OneLine, ///< no steps: the way back, one line of words, the way on
    TwoLines ///< the same, with few words over the time
};

/// Where everything stands.
struct Layout {
    BarForm form = BarForm::Row;
    float between = 0;
    float pad = 0;
    float row = 0;    ///< height of a row
    float button = 0; ///< width of Previous and Next
    float place = 0;  ///< width of where the meeting is
    float step = 0;   ///< width of a step
    float stepPad = 0;
    float words = 0; ///< height of the longest opinion in a step
    int perRow = 0;  ///< steps beside each other; 0: there is no room for them
    int rows = 1;    ///< rows, of steps and of the rest

    [[nodiscard]] bool compact() const { return form == BarForm::OneLine || form == BarForm::TwoLines; }
    [[nodiscard]] float height() const { return 2 * pad + static_cast<float>(rows) * (row + between) - between; }
};

float widthForAll(const Canvas& c) { return static_cast<float>(c.room.width) - 2 * margin(c); }
float betweenParts(const Canvas& c) { return std::max(c.s(16), c.room.targetGap()); }

/// What the back arrow takes before the words that lead back to the meeting.
float backWidth(const Canvas& c) { return c.s(64); }

/// The width of one line that says where the meeting is, or leads back there.
float oneLineWidth(const Canvas& c) {
    const float here = c.width(Style::Row, "Element 6 · 6 of 6") + c.width(Style::Body, "240 min · 240 planned");
    const float back = backWidth(c) + c.width(Style::Row, "Element 6") + c.width(Style::Body, "Back to the meeting");
    return std::max(here, back) + c.s(24 + 20);
}

float twoLinesWidth(const Canvas& c) {
    return std::max(c.width(Style::Row, "6 of 6"), backWidth(c) + c.width(Style::Row, "Element 6")) + c.s(20);
}

/// What the bar is where the page needs the room more.
Layout compactLayout(const Canvas& c) {
    Layout at;
    at.between = betweenParts(c);
    at.pad = c.s(kCompactPad);
    at.button = std::max(c.room.navigationSide(), c.width(Style::Strong, "Previous") + c.s(kWayIcon + 8 + 36));
    at.place = widthForAll(c) - 2 * (at.button + at.between);
    at.form = at.place >= oneLineWidth(c) ? BarForm::OneLine : BarForm::TwoLines;
    const float words = at.form == BarForm::OneLine ? c.lineHeight(Style::Row) + c.s(24)
                                                    : c.lineHeight(Style::Row) + c.lineHeight(Style::Label) + c.s(8);
    at.row = std::ceil(std::max({c.s(72), c.room.navigationSide(), words}));
    return at;
}

/// What an element needs below its header so that each of its lists shows so many lines.
float elementHeight(const Canvas& c, float lines) {
    const float opinion = narrow(c) ? opinionLineHeight(c) : 0;
    return opinion + listCardsHeight(c, lines * c.lineHeight(Style::Row));
}

/// The bar with its steps, whether or not there is room for them.
Layout layoutWithSteps(const Canvas& c, const View& view) {
    const auto count = static_cast<float>(c.state.meeting->count());
    const float all = widthForAll(c);
    Layout at;
    at.between = betweenParts(c);
    at.pad = c.s(kPad);
    const float way = c.lineHeight(Style::Headline) + c.lineHeight(Style::Body) + c.s(16);
    const float step = c.lineHeight(Style::Row) + 2 * c.lineHeight(Style::Label) + c.s(20);
    at.row = std::ceil(std::max({c.side(112), c.room.navigationSide(), way, step}));
    at.button = std::max({c.s(156), c.room.navigationSide(), c.width(Style::Strong, "Previous") + c.s(36)});
    at.place = std::max(c.width(Style::Headline, "Element 6 · 6 of 6"), c.width(Style::Body, "240 min · 240 planned")) +
               c.s(64);
    at.perRow = c.state.meeting->count();
    const float longest = longestWord(c, view.checklist());
    const float least = std::max(c.room.targetSide(), longest + 2 * c.s(kStepPad));
    at.step = std::floor((all - 2 * at.button - at.place - 2 * at.between) / count - at.between);
    if (at.step < least) {
        at.form = BarForm::Stacked;
        at.place = all - 2 * (at.button + at.between);
        const auto fitting = static_cast<int>((all + at.between) / (longest + 2 * c.s(kLeastStepPad) + at.between));
        if (fitting < at.perRow) at.perRow = std::clamp((at.perRow + 1) / 2, 1, std::max(1, fitting));
        at.step = std::floor((all + at.between) / static_cast<float>(at.perRow) - at.between);
        at.rows = 1 + (c.state.meeting->count() + at.perRow - 1) / at.perRow;
    }
    at.stepPad = std::clamp((at.step - longest) / 2, c.s(kLeastStepPad), c.s(kStepPad));
    return at;
}

Layout layoutOf(const Canvas& c, const View& view) {
    Layout at = layoutWithSteps(c, view);
    if (pageBeside(c, Page::Element, at.height()) < elementHeight(c, kLinesBesideSteps)) return compactLayout(c);
    for (const int number : c.state.meeting->steps)
        if (const Element* element = elementOf(view, number))
            at.words = std::max(at.words, c.paragraphHeight(Style::Label, opinionOf(view.checklist(), *element).word,
                                                            at.step - 2 * at.stepPad, 2));
    return at;
}

void drawWay(Canvas& c, const Layout& at, const Rect& box, Icon icon, std::string_view word, std::string_view id,
             const Command& command, bool strong) {
    const Colour ink = strong ? c.look.onSelected : c.look.ink;
    c.fill(box, strong ? c.look.selected : c.pressed(id) ? c.look.pressed : c.look.card, c.s(14));
    if (!strong) c.outline(box, c.look.hairline, c.s(14), c.edge());
    const float icons = c.s(kWayIcon);
    const Point middle = box.centre();
    if (at.compact()) {
        const float left = middle.x - (icons + c.s(8) + c.width(Style::Strong, word)) / 2;
        drawIcon(c, icon, {left + icons / 2, middle.y}, icons, ink);
        c.textMid(Style::Strong, left + icons + c.s(8), middle.y, ink, word);
    } else {
        const float top = middle.y - (icons + c.s(8) + c.lineHeight(Style::Strong)) / 2;
        drawIcon(c, icon, {middle.x, top + icons / 2}, icons, ink);
        c.textCentred(Style::Strong, {middle.x, top + icons + c.s(8) + c.lineHeight(Style::Strong) / 2}, ink, word);
    }
    c.target(TargetRole::Button, id, word, box, command);
}

/// Nothing comes before the first: its place stays free, so that the hand finds Next where it was.
void drawPrevious(Canvas& c, const Layout& at, const Rect& box) {
    const int step = c.state.meeting->at;
    if (step > 0) return drawWay(c, at, box, Icon::Back, "Previous", "meeting:previous", GoToStep{step - 1}, false);
    c.outline(box, c.look.off, c.s(14), c.edge());
    c.textCentred(Style::Strong, box.centre(), c.look.faint, "First");
}

void drawNext(Canvas& c, const Layout& at, const Rect& box) {
    const Meeting& meeting = *c.state.meeting;
    if (meeting.at + 1 < meeting.count())
        return drawWay(c, at, box, Icon::Next, "Next", "meeting:next", GoToStep{meeting.at + 1}, true);
    drawWay(c, at, box, Icon::Meeting, "Finish", "meeting:finish", AskMeeting{MeetingQuestion::End}, true);
}

/// A line of words, and after it or below it another one, left out where it does not fit as a whole.
void drawWords(Canvas& c, const Layout& at, const Rect& box, Colour ink, Colour second, std::string_view first,
               std::string_view then) {
    const Style large = at.compact() ? Style::Row : Style::Headline;
    const Style small = at.form == BarForm::TwoLines ? Style::Label : Style::Body;
    const float middle = box.centre().y;
    if (at.form == BarForm::OneLine) {
        c.textMid(large, box.x, middle, ink, first);
        const float x = box.x + c.width(large, first) + c.s(24);
        if (x + c.width(small, then) <= box.right()) c.textMid(small, x, middle, second, then);
        return;
    }
    const bool both = c.width(small, then) <= box.w;
    const float top = middle - (c.lineHeight(large) + (both ? c.lineHeight(small) : 0)) / 2;
    c.textFit(large, box.x, top, box.w, ink, first);
    if (both) c.text(small, box.x, top + c.lineHeight(large), second, then);
}

/// Where the meeting is. On any page but its own this is the way back to it.
void drawPlace(Canvas& c, const Layout& at, const Rect& box) {
    const Meeting& meeting = *c.state.meeting;
    const bool away = c.state.here != Location{Page::Element, meeting.element()};
    const bool few = at.form == BarForm::TwoLines;
    if (!away) {
        const Rect words{box.x + c.s(8), box.y, box.w - c.s(16), box.h};
        return drawWords(c, at, words, c.look.ink, c.look.secondary,
                         few ? phrase("{} of {}", meeting.at + 1, meeting.count()) : placeWords(meeting),
                         timeWords(meeting, !few));
    }
    c.fill(box, c.look.selected, c.s(14));
    const float left = backWidth(c);
    drawIcon(c, Icon::Back, {box.x + left / 2, box.centre().y}, c.s(kWayIcon), c.look.onSelected);
    drawWords(c, at, {box.x + left, box.y, box.w - left - c.s(12), box.h}, c.look.onSelected, c.look.onSelected,
              phrase("Element {}", meeting.element()), "Back to the meeting");
    c.target(TargetRole::Button, "meeting:back", phrase("Back to element {}", meeting.element()), box,
             GoToStep{meeting.at});
}

/// An element of the meeting with its opinion; the one it is at is framed and in full colour.
void drawStepOf(Canvas& c, const View& view, const Layout& at, int step, const Rect& box) {
    const Meeting& meeting = *c.state.meeting;
    const Element* element = elementOf(view, meeting.steps[static_cast<std::size_t>(step)]);
    if (element == nullptr) return;
    const bool here = step == meeting.at;
    const Opinion& opinion = opinionOf(view.checklist(), *element);
    const OpinionColours& colours = c.look.opinion(opinion.colour);
    const Colour ground = here ? colours.band : colours.chip;
    const Colour ink = here ? colours.onBand : colours.onChip;
    c.fill(box, ground, c.s(12));
    if (!here) c.border(box, ink, c.s(12));
    if (here) {
        const float thick = std::max(3.0F, c.s(5));
        const float out = thick + c.s(1);
        c.outline({box.x - out, box.y - out, box.w + 2 * out, box.h + 2 * out}, c.look.ink, c.s(15), thick);
    }
    const float x = box.x + at.stepPad;
    const float top = box.centre().y - (c.lineHeight(Style::Row) + c.s(4) + at.words) / 2;
    const float middle = top + c.lineHeight(Style::Row) / 2;
    const Phrase number = phrase("{}", element->number);
    c.textMid(Style::Section, x, middle, ink, number);
    drawShape(c, opinion.shape, {x + c.width(Style::Section, number) + c.s(34), middle}, c.s(34), ink, ground);
    c.paragraph(Style::Label, x, top + c.lineHeight(Style::Row) + c.s(4), box.w - 2 * at.stepPad, ink, opinion.word, 2);
    c.target(TargetRole::Tab, phrase("meeting:step:{}", element->number),
             phrase("Element {}: {}", element->number, opinion.word), box, GoToStep{step}, here);
}

} // namespace

bool hasRoomForMeeting(const Canvas& c) {
    const Layout least = compactLayout(c);
    // The overview stands for the pages whose header is the highest.
    const float others = std::max(3 * c.room.targetSide(), kLeastPageLines * c.lineHeight(Style::Row));
    return least.place >= twoLinesWidth(c) && pageBeside(c, Page::Overview, least.height()) >= others &&
           pageBeside(c, Page::Element, least.height()) >= elementHeight(c, kLeastLines);
}

float meetingBarHeight(const Canvas& c, const View& view) {
    if (!c.state.meeting || view.snapshot == nullptr || !hasRoomForMeeting(c)) return 0;
    return layoutOf(c, view).height();
}

void drawMeetingBar(Canvas& c, const View& view) {
    const float height = meetingBarHeight(c, view);
    if (height <= 0) return;
    const Layout at = layoutOf(c, view);
    const auto width = static_cast<float>(c.room.width);
    const float y = barBottom(c, view) - height;
    c.fill({0, y, width, height}, c.look.card);
    c.hairline(0, width, y);
    const float row = y + at.pad;
    const float place = margin(c) + at.button + at.between;
    drawPrevious(c, at, {margin(c), row, at.button, at.row});
    drawPlace(c, at, {place, row, at.place, at.row});
    const bool beside = at.form == BarForm::Row;
    const float x = beside ? place + at.place + at.between : margin(c);
    const float steps = beside ? row : row + at.row + at.between;
    for (int step = 0; step < c.state.meeting->count() && at.perRow > 0; ++step) {
        const int down = step / at.perRow;
        const int along = step % at.perRow;
        drawStepOf(c, view, at, step,
                   {x + static_cast<float>(along) * (at.step + at.between),
                    steps + static_cast<float>(down) * (at.row + at.between), at.step, at.row});
    }
    drawNext(c, at, {width - margin(c) - at.button, row, at.button, at.row});
}

StartMeeting meetingIn(MeetingOrder order, const View& view) {
    StartMeeting start{.order = order, .steps = {}};
    const auto& elements = view.checklist().elements;
    for (std::size_t i = 0; i < std::min(elements.size(), start.steps.size()); ++i)
        start.steps[i] = order == MeetingOrder::ByAttention ? view.attention[i] : elements[i].number;
    return start;
}

namespace {

void askStart(Canvas& c, const View& view) {
    Phrase text = phrase("One element after the other, with the way back always at hand. Most attention first is ");
    for (std::size_t i = 0; i < view.attention.size(); ++i) text.append("{}{}", i > 0 ? ", " : "", view.attention[i]);
    text.append(": No assurance, Limited and Not assessed, then overdue actions.");
    const std::array<Answer, 3> answers = {
        {{"Elements in order", "meeting:in-order", meetingIn(MeetingOrder::ByNumber, view), true},
         {"Most attention first", "meeting:by-attention", meetingIn(MeetingOrder::ByAttention, view), true},
         {"Not now", "meeting:not-now", AskMeeting{MeetingQuestion::None}, false}}};
    drawNotice(c, "Start a meeting", text, answers);
}

/// A sample belongs to nobody's meeting, so there is nothing to mark.
void askEnd(Canvas& c, const View& view) {
    const Answer on{"Go on with the meeting", "meeting:go-on", AskMeeting{MeetingQuestion::None}, false};
    if (view.source.expected.empty()) {
        const std::array<Answer, 2> answers = {{{"End the meeting", "meeting:end", EndMeeting{}, true}, on}};
        return drawNotice(c, "End the meeting?", "The wall goes back to the overview.", answers);
    }
    const std::array<Answer, 3> answers = {{{"End, and mark: we met today", "meeting:end-marked", MarkMeeting{}, true},
                                            {"End without a mark", "meeting:end", EndMeeting{}, false},
                                            on}};
    drawNotice(c, "End the meeting?",
               "With the mark, the next meeting is shown what changed since this one. The snapshot itself is not "
               "changed.",
               answers);
}

} // namespace

void drawMeetingQuestion(Canvas& c, const View& view) {
    if (view.snapshot == nullptr) return;
    if (c.state.meetingQuestion == MeetingQuestion::Start) askStart(c, view);
    if (c.state.meetingQuestion == MeetingQuestion::End) askEnd(c, view);
}

} // namespace sightline
