#include <algorithm>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/scroll_list.h"
#include "render/widgets.h"

namespace sightline {
namespace {

std::string_view titleOf(Lacking lacking) {
    return lacking == Lacking::None ? "No snapshot to show yet" : "No snapshot that can be shown";
}

/// A line of explanation over what it explains.
void step(Flow& flow, std::string_view text, std::string_view value) {
    Canvas& c = flow.c;
    flow.paragraph(Style::Body, c.look.secondary, text);
    flow.skip(c.s(4));
    flow.paragraph(Style::Section, c.look.ink, value);
    flow.skip(c.s(28));
}

void steps(Flow& flow, const SourceState& source) {
    const std::string_view path = source.expected.empty() ? "no path was given" : std::string_view(source.expected);
    switch (source.lacking) {
    case Lacking::None:
        step(flow, "The wall looks for a snapshot at", path);
        step(flow, "An officer makes one from the Word checklist with", "sightline import CHECKLIST.docx -o SNAPSHOT");
        step(flow, "As soon as a sound snapshot stands there, it is shown here.", "Nothing else is needed.");
        return;
    case Lacking::Refused:
        step(flow, "What is wrong with the one that is there", source.problem);
        step(flow, "What to do", "Publish a sound snapshot in its place. It is shown as soon as it stands there.");
        step(flow, "The wall looks for it at", path);
        return;
    case Lacking::PutAside:
        step(flow, "What happened",
             "The wall stopped three times while it showed the snapshot, so it was put aside. There is no earlier one "
             "that can be shown.");
        step(flow, "What to do", "Publish a corrected snapshot. It is tried as soon as it stands there.");
        step(flow, "The wall looks for it at", path);
        step(flow, "If that one stops the wall too", "IT finds the cause in “journalctl -u sightline-wall”.");
        return;
    }
}

} // namespace

void drawNoSnapshot(Canvas& c, const View& view) {
    const float side = c.side(88);
    const Rect button{static_cast<float>(c.room.width) - margin(c) - std::max(side, wordButtonWidth(c, "Health")),
                      std::round((headerHeight(c) - side) / 2), std::max(side, wordButtonWidth(c, "Health")), side};
    wordButton(c, button, "Health", "age", "Health of this wall", ShowHealth{false});
    drawHeader(c, {titleOf(view.source.lacking), "Test of Assurance", 0}, false, button.x - c.s(32));
    const Rect area = contentArea(c, view);
    const float pad = c.s(48);
    const float width = std::min(area.w, c.s(1400));
    const Rect card{area.x, area.y, width, area.h};
    c.card(card);
    scrollList(c, ListId::About, {card.x + pad, card.y + pad, card.w - 2 * pad, card.h - 2 * pad}, "What to do",
               [&](Flow& flow) { steps(flow, view.source); });
}

} // namespace sightline
