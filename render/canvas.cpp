#include "render/canvas.h"

#include <algorithm>
#include <cmath>

#include "render/imgui_compat.h"

namespace sightline {
namespace {

ImU32 packed(Colour colour, unsigned alpha = 255) {
    return IM_COL32((colour.rgb >> 16U) & 0xFFU, (colour.rgb >> 8U) & 0xFFU, colour.rgb & 0xFFU, alpha);
}

ImVec2 vec(Point point) { return {point.x, point.y}; }
ImVec2 topLeft(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 bottomRight(const Rect& rect) { return {rect.right(), rect.bottom()}; }

Rect intersection(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
            std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

} // namespace

Canvas::Canvas(ImDrawList& list, const Look& lookIn, const Room& roomIn, const TypeFaces& faces, const UiState& stateIn,
               Targets& targets, std::vector<DrawnText>* record)
    : look(lookIn), room(roomIn), state(stateIn), list_(list), faces_(faces), targets_(targets), record_(record),
      scale_(roomIn.scale()), textScale_(static_cast<float>(roomIn.textScale)) {
    clips_[0] = {0, 0, static_cast<float>(room.width), static_cast<float>(room.height)};
}

float Canvas::edge() const { return std::max(1.0F, s(1.2F) * look.edge); }

float Canvas::side(float design) const { return std::ceil(std::max(s(design), room.targetSide())); }

void Canvas::text(Style style, float x, float y, Colour colour, std::string_view text) {
    const TypeFace& type = face(style);
    const float slack = type.metrics.lineHeight() - (type.metrics.ascent - type.metrics.descent);
    if (!visible(y, type.metrics.lineHeight() * 1.2F)) return;
    if (record_ != nullptr && !text.empty()) {
        const float base = y + slack / 2 + type.metrics.ascent;
        record_->push_back({style,
                            {x, base - type.metrics.capHeight, type.metrics.width(text), type.metrics.capHeight},
                            clip(),
                            std::string(text)});
    }
    list_.AddText(type.font, type.metrics.size, {std::round(x), std::round(y + slack / 2)}, packed(colour), text.data(),
                  text.data() + text.size());
}

void Canvas::textRight(Style style, float right, float y, Colour colour, std::string_view text) {
    this->text(style, right - width(style, text), y, colour, text);
}

void Canvas::textMid(Style style, float x, float mid, Colour colour, std::string_view text) {
    const FontMetrics& m = metrics(style);
    const float slack = m.lineHeight() - (m.ascent - m.descent);
    this->text(style, x, mid + m.capHeight / 2 - m.ascent - slack / 2, colour, text);
}

void Canvas::textCentred(Style style, Point centre, Colour colour, std::string_view text) {
    textMid(style, centre.x - width(style, text) / 2, centre.y, colour, text);
}

float Canvas::textFit(Style style, float x, float y, float width, Colour colour, std::string_view text) {
    const Fitted fitted = fitLine(metrics(style), text, width);
    this->text(style, x, y, colour, fitted.text);
    float drawn = this->width(style, fitted.text);
    if (fitted.cut) {
        this->text(style, x + drawn, y, colour, "…");
        drawn += this->width(style, "…");
    }
    return drawn;
}

float Canvas::paragraph(Style style, float x, float y, float width, Colour colour, std::string_view text, int most) {
    const float step = lineHeight(style);
    LineBreaker breaker(metrics(style), text, width);
    std::string_view line;
    float top = y;
    for (int drawn = 0; drawn < most && breaker.next(line); ++drawn, top += step) {
        const bool last = drawn + 1 == most && !breaker.rest().empty();
        if (!last) {
            this->text(style, x, top, colour, line);
            continue;
        }
        // What is left goes behind an ellipsis: as much of it as the line holds, up to the next line feed.
        std::string_view left{line.data(), static_cast<std::size_t>(text.data() + text.size() - line.data())};
        left = left.substr(0, left.find('\n'));
        const Fitted fitted = fitLine(metrics(style), left, width - this->width(style, "…"));
        this->text(style, x, top, colour, fitted.text);
        this->text(style, x + this->width(style, fitted.text), top, colour, "…");
    }
    return top - y;
}

float Canvas::paragraphHeight(Style style, std::string_view text, float width, int most) const {
    return lineHeight(style) * static_cast<float>(countLines(metrics(style), text, width, most));
}

void Canvas::fill(const Rect& rect, Colour colour, float radius) {
    list_.AddRectFilled(topLeft(rect), bottomRight(rect), packed(colour), radius);
}

void Canvas::fillTop(const Rect& rect, Colour colour, float radius) {
    list_.AddRectFilled(topLeft(rect), bottomRight(rect), packed(colour), radius, ImDrawFlags_RoundCornersTop);
}

void Canvas::fillLeft(const Rect& rect, Colour colour, float radius) {
    list_.AddRectFilled(topLeft(rect), bottomRight(rect), packed(colour), radius, ImDrawFlags_RoundCornersLeft);
}

void Canvas::outline(const Rect& rect, Colour colour, float radius, float thickness) {
    const float inset = thickness / 2;
    list_.AddRect({rect.x + inset, rect.y + inset}, {rect.right() - inset, rect.bottom() - inset}, packed(colour),
                  radius, 0, thickness);
}

void Canvas::dashedOutline(const Rect& rect, Colour colour, float thickness) {
    const float dash = s(9);
    const float gap = s(5);
    const auto side = [&](Point from, Point to) {
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        const Point unit{(to.x - from.x) / length, (to.y - from.y) / length};
        const int dashes = static_cast<int>(std::ceil(length / (dash + gap)));
        for (int i = 0; i < dashes; ++i) {
            const float at = static_cast<float>(i) * (dash + gap);
            const float end = std::min(at + dash, length);
            line({from.x + unit.x * at, from.y + unit.y * at}, {from.x + unit.x * end, from.y + unit.y * end},
                 thickness, colour);
        }
    };
    const float inset = thickness / 2;
    const Rect r{rect.x + inset, rect.y + inset, rect.w - thickness, rect.h - thickness};
    side({r.x, r.y}, {r.right(), r.y});
    side({r.right(), r.y}, {r.right(), r.bottom()});
    side({r.right(), r.bottom()}, {r.x, r.bottom()});
    side({r.x, r.bottom()}, {r.x, r.y});
}

void Canvas::hairline(float x0, float x1, float y) {
    const float thick = std::max(1.0F, std::round(s(1.3F) * std::min(look.edge, 1.4F)));
    fill({std::round(x0), std::round(y), std::round(x1 - x0), thick}, look.hairline);
}

void Canvas::upright(float x, float y0, float y1) {
    const float thick = std::max(1.0F, std::round(s(1.3F) * std::min(look.edge, 1.4F)));
    fill({std::round(x), std::round(y0), thick, std::round(y1 - y0)}, look.hairline);
}

void Canvas::card(const Rect& rect) {
    fill(rect, look.card, s(16));
    outline(rect, look.hairline, s(16), edge());
}

void Canvas::border(const Rect& rect, Colour colour, float radius) {
    if (look.outlined()) outline(rect, colour, radius, edge());
}

void Canvas::veil(const Rect& rect) { list_.AddRectFilled(topLeft(rect), bottomRight(rect), packed(look.rail, 170)); }

void Canvas::picture(const Rect& rect, int place) {
    list_.AddImage(textureId(place), topLeft(rect), bottomRight(rect));
}

void Canvas::disc(Point centre, float radius, Colour colour) {
    list_.AddCircleFilled(vec(centre), radius, packed(colour));
}

void Canvas::line(Point from, Point to, float thickness, Colour colour) {
    list_.AddLine(vec(from), vec(to), packed(colour), thickness);
}

void Canvas::path(const Point* points, int count, float thickness, Colour colour, bool closed) {
    for (int i = 0; i < count; ++i) list_.PathLineTo(vec(points[i]));
    list_.PathStroke(packed(colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
}

void Canvas::polygon(const Point* points, int count, Colour colour) {
    for (int i = 0; i < count; ++i) list_.PathLineTo(vec(points[i]));
    list_.PathFillConvex(packed(colour));
}

void Canvas::arc(Point centre, float radius, float from, float to, float thickness, Colour colour) {
    list_.PathArcTo(vec(centre), radius, from, to);
    list_.PathStroke(packed(colour), ImDrawFlags_None, thickness);
}

void Canvas::sector(Point centre, float radius, float from, float to, Colour colour) {
    list_.PathLineTo(vec(centre));
    list_.PathArcTo(vec(centre), radius, from, to);
    list_.PathFillConvex(packed(colour));
}

void Canvas::pushClip(const Rect& rect) {
    const Rect inner = intersection(rect, clip());
    clips_.at(++clipDepth_) = inner;
    list_.PushClipRect(topLeft(inner), bottomRight(inner), true);
}

void Canvas::popClip() {
    --clipDepth_;
    list_.PopClipRect();
}

void Canvas::target(TargetRole role, std::string_view id, std::string_view label, const Rect& rect,
                    const Command& command, bool selected) {
    targets_.add(role, id, label, rect, clip(), command, selected);
}

void Canvas::coverTargets() {
    targets_.cover();
    if (record_ != nullptr) record_->clear();
}

bool Canvas::pressed(std::string_view id) const { return state.pressed != 0 && state.pressed == Targets::keyOf(id); }

} // namespace sightline
