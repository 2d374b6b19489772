#include "app/document_zoom.h"

#include <algorithm>

#include "render/scroll.h"

namespace sightline {

namespace {

float& offsetOf(UiState& state, ListId list) { return state.scroll[static_cast<std::size_t>(list)]; }

/// Where a length begins, seen from where its viewport does: in the middle where it is shorter, else moved back.
float beginning(float extent, float length, float offset) { return length <= extent ? (extent - length) / 2 : -offset; }

/// The offset that leaves the same place of the page at `at`, pixels from where the viewport begins.
float keepInPlace(float at, float extent, float before, float after, float offset) {
    const float share = std::clamp((at - beginning(extent, before, offset)) / before, 0.0F, 1.0F);
    return clampScroll(share * after - at, after - extent);
}

} // namespace

void zoomPage(UiState& state, const ZoomPage& command, const Targets& targets) {
    const DocumentArea* area = targets.document();
    if (area == nullptr) return;
    const int now = std::clamp(state.zoom, 0, area->mostZoom);
    int next = 0;
    switch (command.how) {
    case Zoom::In: next = std::min(now + 1, area->mostZoom); break;
    case Zoom::Out: next = std::max(now - 1, 0); break;
    case Zoom::Fit: next = 0; break;
    case Zoom::Toggle: next = now == 0 ? std::min(kReadingZoom, area->mostZoom) : 0; break;
    }
    const Rect& seen = area->viewport;
    const Point at = command.at.value_or(seen.centre());
    const float before = kZoomFactors.at(static_cast<std::size_t>(now));
    const float after = kZoomFactors.at(static_cast<std::size_t>(next));
    float& across = offsetOf(state, ListId::DocumentAcross);
    float& down = offsetOf(state, ListId::DocumentDown);
    across = keepInPlace(at.x - seen.x, seen.w, area->fitted.x * before, area->fitted.x * after, across);
    down = keepInPlace(at.y - seen.y, seen.h, area->fitted.y * before, area->fitted.y * after, down);
    state.zoom = next;
}

void panPage(UiState& state, const PanPage& command, const Targets& targets) {
    for (const ListId list : {ListId::DocumentAcross, ListId::DocumentDown}) {
        const ScrollArea* area = targets.scrollArea(list);
        if (area == nullptr) continue;
        const float share = list == ListId::DocumentAcross ? command.by.x : command.by.y;
        offsetOf(state, list) = clampScroll(state.scrolled(list) + share * area->extent(), area->maxScroll());
    }
}

} // namespace sightline
