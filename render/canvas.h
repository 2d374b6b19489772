#pragma once

#include <array>
#include <string_view>

#include "render/drawn_text.h"
#include "render/fonts.h"
#include "render/look.h"
#include "render/room.h"
#include "render/targets.h"
#include "render/text_fit.h"
#include "render/ui_types.h"

struct ImDrawList;
struct ImFont;

namespace sightline {

/// A style as it is drawn.
struct TypeFace {
    FontMetrics metrics;
    ImFont* font = nullptr;
};
using TypeFaces = std::array<TypeFace, kStyleCount>;

/// What a page draws with: text, shapes and targets, in panel pixels. Lives for one frame.
class Canvas {
public:
    Canvas(ImDrawList& list, const Look& look, const Room& room, const TypeFaces& faces, const UiState& state,
           Targets& targets, std::vector<DrawnText>* record = nullptr);

    const Look& look;
    const Room& room;
    const UiState& state;

    /// A length of the 1920×1080 drawings on this panel.
    [[nodiscard]] float s(float design) const { return design * scale_; }
    /// The same of what stands beside words, such as a shape: it grows with the text.
    [[nodiscard]] float t(float design) const { return design * scale_ * textScale_; }
    /// How thick the border of a card or a button is.
    [[nodiscard]] float edge() const;
    /// The side of a button drawn that large: never below 20 mm.
    [[nodiscard]] float side(float design) const;

    // Text. `y` is the top of the line; `mid` the middle of its capitals.
    [[nodiscard]] const FontMetrics& metrics(Style style) const { return face(style).metrics; }
    [[nodiscard]] float width(Style style, std::string_view text) const { return metrics(style).width(text); }
    [[nodiscard]] float lineHeight(Style style) const { return metrics(style).lineHeight(); }
    void text(Style style, float x, float y, Colour colour, std::string_view text);
    void textRight(Style style, float right, float y, Colour colour, std::string_view text);
    void textMid(Style style, float x, float mid, Colour colour, std::string_view text);
    void textCentred(Style style, Point centre, Colour colour, std::string_view text);
    /// One line, with an ellipsis where it does not fit. Returns the width drawn.
    float textFit(Style style, float x, float y, float width, Colour colour, std::string_view text);
    /// Several lines, the last one with an ellipsis where there are more than `most`. Returns the height taken.
    float paragraph(Style style, float x, float y, float width, Colour colour, std::string_view text, int most = 1000);
    [[nodiscard]] float paragraphHeight(Style style, std::string_view text, float width, int most = 1000) const;

    // Shapes.
    void fill(const Rect& rect, Colour colour, float radius = 0);
    void fillTop(const Rect& rect, Colour colour, float radius);  ///< rounded at its top corners only
    void fillLeft(const Rect& rect, Colour colour, float radius); ///< rounded at its left corners only
    void outline(const Rect& rect, Colour colour, float radius, float thickness);
    void dashedOutline(const Rect& rect, Colour colour, float thickness);
    void hairline(float x0, float x1, float y);
    void upright(float x, float y0, float y1);
    void card(const Rect& rect);
    /// The border that chips, cells and the like have in themes with strong ones; nothing in others.
    void border(const Rect& rect, Colour colour, float radius);
    void veil(const Rect& rect); ///< dims what is under a notice
    /// A picture that the painter holds (GlTarget::setPicture) over all of `rect`.
    void picture(const Rect& rect, int place);
    void disc(Point centre, float radius, Colour colour);
    void line(Point from, Point to, float thickness, Colour colour);
    void path(const Point* points, int count, float thickness, Colour colour, bool closed = false);
    void polygon(const Point* points, int count, Colour colour); ///< convex
    void arc(Point centre, float radius, float from, float to, float thickness,
             Colour colour); ///< radians, clockwise from east
    void sector(Point centre, float radius, float from, float to, Colour colour);

    // What can be seen, and touched.
    void pushClip(const Rect& rect);
    void popClip();
    [[nodiscard]] const Rect& clip() const { return clips_[clipDepth_]; }
    [[nodiscard]] bool visible(float y, float height) const { return y < clip().bottom() && y + height > clip().y; }
    void target(TargetRole role, std::string_view id, std::string_view label, const Rect& rect, const Command& command,
                bool selected = false);
    void coverTargets();
    void pointAt(const Rect& row) { targets_.pointAt(row); }
    void scrollArea(const ScrollArea& area) { targets_.addScroll(area); }
    void documentArea(const DocumentArea& area) { targets_.setDocument(area); }
    /// Whether a finger is on the target of that id just now.
    [[nodiscard]] bool pressed(std::string_view id) const;

private:
    [[nodiscard]] const TypeFace& face(Style style) const { return faces_[static_cast<std::size_t>(style)]; }

    ImDrawList& list_;
    const TypeFaces& faces_;
    Targets& targets_;
    std::vector<DrawnText>* record_; ///< nullptr: nobody wants to know
    float scale_;
    float textScale_;
    std::array<Rect, 8> clips_{};
    std::size_t clipDepth_ = 0;
};

} // namespace sightline
