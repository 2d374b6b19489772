#include "render/list_cards.h"

#include <algorithm>
#include <cmath>

#include "render/chrome.h"
#include "render/rows.h"

namespace sightline {
namespace {

/// As in the drawing; on a tall panel these are shares of what headings and page buttons leave.
constexpr std::array kWide = {0.315F, 0.398F, 0.287F};
constexpr std::array kTall = {0.32F, 0.36F, 0.32F};

float between(const Canvas& c) { return 2 * gap(c); }

} // namespace

std::array<Rect, 3> listCards(const Canvas& c, const Rect& area) {
    const bool tall = c.room.portrait();
    const float fixed = tall ? std::min(cardBesideList(c, false), area.h / 4) : 0;
    const float shared = (tall ? area.h : area.w) - between(c) - 3 * fixed;
    std::array<Rect, 3> rects;
    float at = tall ? area.y : area.x;
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const float share = std::round(fixed + shared * (tall ? kTall : kWide)[i]);
        rects[i] = tall ? Rect{area.x, at, area.w, share} : Rect{at, area.y, share, area.h};
        at += share + gap(c);
    }
    return rects;
}

float listCardsHeight(const Canvas& c, float list) {
    if (!c.room.portrait()) return cardBesideList(c, true) + list;
    return 3 * cardBesideList(c, false) + list / *std::ranges::min_element(kTall) + between(c);
}

} // namespace sightline
