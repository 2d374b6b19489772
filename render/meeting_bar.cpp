#include "render/meeting_bar.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "data/rules.h"
#include "render/chrome.h"
#include "render/notice.h"
#include "render/phrase.h"
#include "render/shapes.h"

namespace sightline {
namespace {

constexpr float kStepPad = 12;
constexpr float kLeastStepPad = 4;
constexpr float kPad = 14;
/// What the bar may take of the height of the panel; where the steps need more, they are left out.
constexpr float kMostOfPanel = 0.32F;

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
Phrase timeWords(const Meeting& meeting) {
    if (!meeting.time)
        return phrase("{}", meeting.order == MeetingOrder::ByAttention ? "most attention first" : "in order");
    const auto [used, planned] = *meeting.time;
    if (used > planned) return phrase("{} min · {} planned", used, planned);
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

/// The height of what leads on and back.
float wayHeight(const Canvas& c) {
    return std::ceil(std::max(
        {c.side(112), c.room.navigationSide(), c.lineHeight(Style::Headline) + c.lineHeight(Style::Body) + c.s(16)}));
}

/// Where everything stands: in one row on a wide panel, the steps below the rest on a narrow one.
struct Layout {
    bool stacked = false;
    float between = 0;
    float pad = 0;
    float row = 0;    ///< height of a row
    float button = 0; ///< width of Previous and Next
    float place = 0;  ///< width of where the meeting is
    float step = 0;   ///< width of a step
    float stepPad = 0;
    float words = 0; ///< height of the longest opinion in a step
    int perRow = 6;  ///< steps beside each other; 0: there is no room for them
    int rows = 1;    ///< rows, of steps and of the rest
};

Layout layoutOf(const Canvas& c, const View& view) {
    const Meeting& meeting = *c.state.meeting;
    const auto count = static_cast<float>(meeting.count());
    const float all = static_cast<float>(c.room.width) - 2 * margin(c);
    Layout at;
    at.between = std::max(c.s(16), c.room.targetGap());
    at.pad = c.s(kPad);
    at.row = std::max(wayHeight(c), std::ceil(c.lineHeight(Style::Row) + 2 * c.lineHeight(Style::Label) + c.s(20)));
    at.button = std::max({c.s(156), c.room.navigationSide(), c.width(Style::Strong, "Previous") + c.s(36)});
    at.place = std::max(c.width(Style::Headline, "Element 6 · 6 of 6"), c.width(Style::Body, "240 min · 240 planned")) +
               c.s(64);
    const float longest = longestWord(c, view.checklist());
    const float least = std::max(c.room.targetSide(), longest + 2 * c.s(kStepPad));
    const float beside = (all - 2 * at.button - at.place - 3 * at.between + at.between) / count - at.between;
    at.stacked = beside < least;
    at.perRow = meeting.count();
    at.step = std::floor(beside);
    if (at.stacked) {
        at.place = all - 2 * (at.button + at.between);
        const auto fitting = static_cast<int>((all + at.between) / (longest + 2 * c.s(kLeastStepPad) + at.between));
        if (fitting < at.perRow) at.perRow = std::clamp((at.perRow + 1) / 2, 1, std::max(1, fitting));
        const auto columns = static_cast<float>(at.perRow);
        at.step = std::floor((all + at.between) / columns - at.between);
        at.rows = 1 + (meeting.count() + at.perRow - 1) / at.perRow;
        const float height = 2 * at.pad + static_cast<float>(at.rows) * (at.row + at.between) - at.between;
        if (height > kMostOfPanel * static_cast<float>(c.room.height)) {
            at.rows = 1;
            at.row = wayHeight(c);
            at.perRow = 0;
        }
    }
    at.stepPad = std::clamp((at.step - longest) / 2, c.s(kLeastStepPad), c.s(kStepPad));
    for (int step = 0; step < meeting.count(); ++step)
        if (const Element* element = elementOf(view, meeting.steps[static_cast<std::size_t>(step)]))
            at.words = std::max(at.words, c.paragraphHeight(Style::Label, opinionOf(view.checklist(), *element).word,
                                                            at.step - 2 * at.stepPad, 2));
    return at;
}

void drawWay(Canvas& c, const Rect& box, Icon icon, std::string_view word, std::string_view id, const Command& command,
             bool strong) {
    const Colour ink = strong ? c.look.onSelected : c.look.ink;
    c.fill(box, strong ? c.look.selected : c.pressed(id) ? c.look.pressed : c.look.card, c.s(14));
    if (!strong) c.outline(box, c.look.hairline, c.s(14), std::max(1.0F, c.s(1.2F)));
    const float icons = c.s(40);
    const float total = icons + c.s(8) + c.lineHeight(Style::Strong);
    const float top = box.centre().y - total / 2;
    drawIcon(c, icon, {box.centre().x, top + icons / 2}, icons, ink);
    c.textCentred(Style::Strong, {box.centre().x, top + icons + c.s(8) + c.lineHeight(Style::Strong) / 2}, ink, word);
    c.target(TargetRole::Button, id, word, box, command);
}

/// Nothing comes before the first: its place stays free, so that the hand finds Next where it was.
void drawPrevious(Canvas& c, const Rect& box) {
    const int at = c.state.meeting->at;
    if (at > 0) return drawWay(c, box, Icon::Back, "Previous", "meeting:previous", GoToStep{at - 1}, false);
    c.outline(box, c.look.hairline, c.s(14), std::max(1.0F, c.s(1.2F)));
    c.textCentred(Style::Strong, box.centre(), c.look.faint, "First");
}

void drawNext(Canvas& c, const Rect& box) {
    const Meeting& meeting = *c.state.meeting;
    if (meeting.at + 1 < meeting.count())
        return drawWay(c, box, Icon::Next, "Next", "meeting:next", GoToStep{meeting.at + 1}, true);
    drawWay(c, box, Icon::Meeting, "Finish", "meeting:finish", AskMeeting{MeetingQuestion::End}, true);
}

/// Where the meeting is. On any page but its own this is the way back to it.
void drawPlace(Canvas& c, const Rect& box) {
    const Meeting& meeting = *c.state.meeting;
    const bool away = c.state.here != Location{Page::Element, meeting.element()};
    const float height = c.lineHeight(Style::Headline) + c.lineHeight(Style::Body);
    const float top = box.centre().y - height / 2;
    const Phrase place = placeWords(meeting);
    if (!away) {
        c.textFit(Style::Headline, box.x + c.s(8), top, box.w - c.s(16), c.look.ink, place);
        c.textFit(Style::Body, box.x + c.s(8), top + c.lineHeight(Style::Headline), box.w - c.s(16), c.look.secondary,
                  timeWords(meeting));
        return;
    }
    c.fill(box, c.look.selected, c.s(14));
    const float x = box.x + c.s(64);
    drawIcon(c, Icon::Back, {box.x + c.s(34), box.centre().y}, c.s(40), c.look.onSelected);
    c.textFit(Style::Headline, x, top, box.right() - c.s(12) - x, c.look.onSelected,
              phrase("Element {}", meeting.element()));
    c.textFit(Style::Body, x, top + c.lineHeight(Style::Headline), box.right() - c.s(12) - x, c.look.onSelected,
              "Back to the meeting");
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

float leastMeetingBar(const Canvas& c) { return wayHeight(c) + 2 * c.s(kPad); }

float meetingBarHeight(const Canvas& c, const View& view) {
    if (!c.state.meeting || view.snapshot == nullptr || !hasRoomForMeeting(c)) return 0;
    const Layout at = layoutOf(c, view);
    const auto rows = static_cast<float>(at.rows);
    return 2 * at.pad + rows * (at.row + at.between) - at.between;
}

void drawMeetingBar(Canvas& c, const View& view) {
    const float height = meetingBarHeight(c, view);
    if (height <= 0) return;
    const Layout at = layoutOf(c, view);
    const auto width = static_cast<float>(c.room.width);
    const float y = barBottom(c, view) - height;
    c.fill({0, y, width, height}, c.look.card);
    c.hairline(0, width, y);
    const float right = width - margin(c);
    const float row = y + at.pad;
    drawPrevious(c, {margin(c), row, at.button, at.row});
    drawPlace(c, {margin(c) + at.button + at.between, row, at.place, at.row});
    const float x = at.stacked ? margin(c) : margin(c) + at.button + at.place + 2 * at.between;
    const float steps = at.stacked ? row + at.row + at.between : row;
    for (int step = 0; step < c.state.meeting->count() && at.perRow > 0; ++step)
        drawStepOf(c, view, at, step,
                   {x + static_cast<float>(step % at.perRow) * (at.step + at.between),
                    steps + static_cast<float>(step / at.perRow) * (at.row + at.between), at.step, at.row});
    drawNext(c, {right - at.button, row, at.button, at.row});
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
