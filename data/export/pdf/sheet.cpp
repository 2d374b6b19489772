#include "data/export/pdf/sheet.h"

#include <array>
#include <numbers>
#include <utility>

#include <cairo.h>

namespace sightline::pdf {
namespace {

constexpr double kPi = std::numbers::pi;

void setSource(cairo_t* cr, Colour colour) {
    const auto share = [&](unsigned shift) { return static_cast<double>((colour.rgb >> shift) & 0xFFU) / 255.0; };
    cairo_set_source_rgb(cr, share(16), share(8), share(0));
}

void rounded(cairo_t* cr, const Rect& rect, double radius, bool below = true) {
    if (radius <= 0) return cairo_rectangle(cr, rect.x, rect.y, rect.w, rect.h);
    cairo_new_sub_path(cr);
    cairo_arc(cr, rect.right() - radius, rect.y + radius, radius, -kPi / 2, 0);
    if (below) {
        cairo_arc(cr, rect.right() - radius, rect.bottom() - radius, radius, 0, kPi / 2);
        cairo_arc(cr, rect.x + radius, rect.bottom() - radius, radius, kPi / 2, kPi);
    } else {
        cairo_line_to(cr, rect.right(), rect.bottom());
        cairo_line_to(cr, rect.x, rect.bottom());
    }
    cairo_arc(cr, rect.x + radius, rect.y + radius, radius, kPi, 3 * kPi / 2);
    cairo_close_path(cr);
}

void trace(cairo_t* cr, std::initializer_list<Point> points) {
    cairo_new_path(cr);
    for (const Point& point : points) cairo_line_to(cr, point.x, point.y);
}

void stroke(cairo_t* cr, double thick, Colour colour) {
    setSource(cr, colour);
    cairo_set_line_width(cr, thick);
    cairo_stroke(cr);
}

} // namespace

void Sheet::fill(const Rect& rect, Colour colour, double radius) {
    rounded(cr, rect, radius);
    setSource(cr, colour);
    cairo_fill(cr);
}

void Sheet::fillTop(const Rect& rect, Colour colour, double radius) {
    rounded(cr, rect, radius, false);
    setSource(cr, colour);
    cairo_fill(cr);
}

void Sheet::outline(const Rect& rect, Colour colour, double radius, double thick) {
    rounded(cr, {rect.x + thick / 2, rect.y + thick / 2, rect.w - thick, rect.h - thick}, radius);
    stroke(cr, thick, colour);
}

void Sheet::dashedOutline(const Rect& rect, Colour colour, double radius, double thick) {
    constexpr std::array kDashes = {4.0, 2.5};
    cairo_set_dash(cr, kDashes.data(), static_cast<int>(kDashes.size()), 0);
    outline(rect, colour, radius, thick);
    cairo_set_dash(cr, nullptr, 0, 0);
}

void Sheet::line(Point from, Point to, double thick, Colour colour) {
    trace(cr, {from, to});
    stroke(cr, thick, colour);
}

void Sheet::path(std::initializer_list<Point> points, double thick, Colour colour, bool closed) {
    trace(cr, points);
    if (closed) cairo_close_path(cr);
    stroke(cr, thick, colour);
}

void Sheet::polygon(std::initializer_list<Point> points, Colour colour) {
    trace(cr, points);
    cairo_close_path(cr);
    setSource(cr, colour);
    cairo_fill(cr);
}

void Sheet::disc(Point centre, double radius, Colour colour) { sector(centre, radius, 0, 2 * kPi, colour); }

void Sheet::arc(Point centre, double radius, double from, double to, double thick, Colour colour) {
    cairo_new_path(cr);
    cairo_arc(cr, centre.x, centre.y, radius, from, to);
    stroke(cr, thick, colour);
}

void Sheet::sector(Point centre, double radius, double from, double to, Colour colour) {
    cairo_new_path(cr);
    cairo_arc(cr, centre.x, centre.y, radius, from, to);
    cairo_close_path(cr);
    setSource(cr, colour);
    cairo_fill(cr);
}

void Sheet::text(Style style, double x, double top, Colour colour, std::string_view line) {
    if (line.empty()) return;
    setSource(cr, colour);
    type.show(cr, style, x, top, line);
}

void Sheet::textRight(Style style, double right, double top, Colour colour, std::string_view line) {
    text(style, right - type.width(style, line), top, colour, line);
}

Sheet::Tag::Tag(cairo_t* tagged, const char* tagName, const std::string& attributes) : cr(tagged), name(tagName) {
    cairo_tag_begin(cr, name, attributes.c_str());
}

Sheet::Tag::Tag(Tag&& other) noexcept : cr(std::exchange(other.cr, nullptr)), name(other.name) {}

Sheet::Tag::~Tag() {
    if (cr != nullptr) cairo_tag_end(cr, name);
}

Sheet::Tag Sheet::destination(const std::string& name) { return {cr, CAIRO_TAG_DEST, "name='" + name + "'"}; }

Sheet::Tag Sheet::link(const std::string& destination, const Rect& area) {
    const auto number = [](double value) { return std::to_string(value); };
    return {cr, CAIRO_TAG_LINK,
            "dest='" + destination + "' rect=[" + number(area.x) + " " + number(area.y) + " " + number(area.w) + " " +
                number(area.h) + "]"};
}

} // namespace sightline::pdf
