#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "data/export/pdf/typesetter.h"

namespace sightline::pdf {

/// The page that is being drawn.
class Sheet {
public:
    Sheet(cairo_t* surfaceContext, const Typesetter& setter) : type(setter), cr(surfaceContext) {}

    const Typesetter& type;

    void fill(const Rect& rect, Colour colour, double radius = 0);
    /// Rounds the upper corners only.
    void fillTop(const Rect& rect, Colour colour, double radius);
    void outline(const Rect& rect, Colour colour, double radius, double thick);
    void dashedOutline(const Rect& rect, Colour colour, double radius, double thick);
    void line(Point from, Point to, double thick, Colour colour);
    void hairline(double x, double right, double y) { line({x, y}, {right, y}, kHairline, kHair); }
    void path(std::initializer_list<Point> points, double thick, Colour colour, bool closed = false);
    void polygon(std::initializer_list<Point> points, Colour colour);
    void disc(Point centre, double radius, Colour colour);
    /// Angles in radians, clockwise from three o'clock.
    void arc(Point centre, double radius, double from, double to, double thick, Colour colour);
    void sector(Point centre, double radius, double from, double to, Colour colour);

    /// One line, its upper left corner at (x, top).
    void text(Style style, double x, double top, Colour colour, std::string_view line);
    void textRight(Style style, double right, double top, Colour colour, std::string_view line);

    /// A part of the document's structure (PDF 32000-1, 14.8.4) around what is drawn while it lives.
    class Tag {
    public:
        Tag(cairo_t* tagged, const char* name, const std::string& attributes = {});
        ~Tag();
        Tag(Tag&& other) noexcept;
        Tag& operator=(Tag&&) = delete;

    private:
        cairo_t* cr;
        const char* name;
    };
    [[nodiscard]] Tag tag(const char* name) { return {cr, name}; }
    /// What is drawn while it lives can be jumped to. `name` is ours: letters, digits and hyphens.
    [[nodiscard]] Tag destination(const std::string& name);
    /// What is drawn while it lives leads to a destination when it is clicked.
    [[nodiscard]] Tag link(const std::string& destination, const Rect& area);

private:
    cairo_t* cr;
};

} // namespace sightline::pdf
