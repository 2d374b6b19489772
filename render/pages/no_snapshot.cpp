#include <algorithm>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/scroll_list.h"
#include "render/widgets.h"

namespace sightline {

void drawNoSnapshot(Canvas& c, const View& view) {
    const float side = c.side(88);
    const Rect button{static_cast<float>(c.room.width) - margin(c) - std::max(side, wordButtonWidth(c, "Health")),
                      std::round((headerHeight(c) - side) / 2), std::max(side, wordButtonWidth(c, "Health")), side};
    wordButton(c, button, "Health", "age", "Health of this wall", ShowHealth{false});
    drawHeader(c, {"No snapshot to show yet", "Test of Assurance", 0}, false, button.x - c.s(32));
    const Rect area = contentArea(c, view);
    const float pad = c.s(48);
    const float width = std::min(area.w, c.s(1400));
    const Rect card{area.x, area.y, width, area.h};
    c.card(card);
    scrollList(c, ListId::About, {card.x + pad, card.y + pad, card.w - 2 * pad, card.h - 2 * pad}, "What to do",
               [&](Flow& flow) {
                   const auto step = [&](std::string_view text, std::string_view value) {
                       flow.paragraph(Style::Body, c.look.secondary, text);
                       flow.skip(c.s(4));
                       flow.paragraph(Style::Section, c.look.ink, value);
                       flow.skip(c.s(28));
                   };
                   step("The wall looks for a snapshot at", view.source.expected.empty()
                                                                ? std::string_view("no path was given")
                                                                : std::string_view(view.source.expected));
                   step("An officer makes one from the Word checklist with",
                        "sightline import CHECKLIST.docx -o SNAPSHOT");
                   step("As soon as a sound snapshot stands there, it is shown here.", "Nothing else is needed.");
               });
}

} // namespace sightline
