#pragma once

#include <array>
#include <string_view>

#include "render/scroll_list.h"

namespace sightline {

// Pages that tell facts in two cards, each with a list.

/// Side by side on a wide panel, one above the other on a tall one. `share`: how much of a wide panel the first has.
std::array<Rect, 2> twoCards(const Canvas& c, const Rect& area, float share = 0.5F);

/// A button at the right of the header; on a narrow panel above the page, whose `area` it then shortens. Returns where
/// the title has to end.
float headerButton(Canvas& c, Rect& area, std::string_view word, std::string_view id, const Command& command);

/// A card that holds a list, headings and all.
template <class Content>
void factCard(Canvas& c, const Rect& card, ListId list, std::string_view name, Content&& content) {
    c.card(card);
    scrollList(c, list, {card.x + c.s(30), card.y + c.s(8), card.w - c.s(40), card.h - c.s(24)}, name,
               std::forward<Content>(content));
}

} // namespace sightline
