#include "data/export/html_shapes.h"

#include <array>

namespace sightline::html {
namespace {

/// A drawing of 104 units around 0. The shapes are those of render/shapes.cpp, in hundredths of their side.
Node drawing(Node parent) {
    return add(parent, "svg",
               {{"viewBox", "-52 -52 104 104"}, {"aria-hidden", "true"}, {"focusable", "false"}, {"class", "mark"}});
}

void filled(Node svg, const char* tag, std::initializer_list<Attribute> attributes, bool cut = false) {
    set(add(svg, tag, attributes), "class", cut ? "cut" : "ink");
}

void stroked(Node svg, const std::string& path, const char* width, bool cut = false) {
    add(svg, "path",
        {{"d", path}, {"fill", "none"}, {"stroke-width", width}, {"class", cut ? "cut-stroke" : "ink-stroke"}});
}

Node ring(Node svg, const char* radius, const char* width) {
    return add(
        svg, "circle",
        {{"r", radius}, {"cx", "0"}, {"cy", "0"}, {"fill", "none"}, {"stroke-width", width}, {"class", "ink-stroke"}});
}

void drawShape(Node svg, Shape shape) {
    switch (shape) {
    case Shape::DiscTick:
        filled(svg, "circle", {{"r", "50"}});
        stroked(svg, "M-22 2L-6 18L23 -15", "11", true);
        return;
    case Shape::HalfDisc:
        ring(svg, "45", "9");
        filled(svg, "path", {{"d", "M0 -43A43 43 0 0 1 0 43Z"}});
        return;
    case Shape::Triangle:
        filled(svg, "path", {{"d", "M0 -46L50 42L-50 42Z"}});
        stroked(svg, "M0 -16V13", "11", true);
        filled(svg, "circle", {{"r", "6.8"}, {"cy", "27"}}, true);
        return;
    case Shape::OctagonCross:
        filled(svg, "path", {{"d", "M49 20L20 49L-20 49L-49 20L-49 -20L-20 -49L20 -49L49 -20Z"}});
        stroked(svg, "M-19 -19L19 19M-19 19L19 -19", "11", true);
        return;
    case Shape::DashedRing: {
        const Node circle = ring(svg, "44", "10");
        set(circle, "stroke-dasharray", "16.6 11.05"); // ten dashes
        set(circle, "transform", "rotate(-90)");
        return;
    }
    }
}

} // namespace

void opinion(Node parent, const Opinion& opinion) {
    static constexpr std::array kRoles = {"good", "fair", "caution", "poor", "none"};
    const Node chip =
        add(parent, "span", {{"class", std::string("opinion ") + kRoles[static_cast<size_t>(opinion.colour)]}});
    drawShape(drawing(chip), opinion.shape);
    addText(chip, "span", opinion.word);
}

void stale(Node parent, const std::string& word) {
    const Node chip = add(parent, "span", {{"class", "stale"}});
    const Node svg = drawing(chip);
    ring(svg, "43", "11");
    stroked(svg, "M0 -24V2L18 12", "10");
    addText(chip, "span", word);
}

void line(Node parent, Line line, const std::string& word, bool guessed) {
    const Node chip =
        add(parent, "span",
            {{"class", "line line-" + std::to_string(static_cast<int>(line)) + (guessed ? " guessed" : "")}});
    add(drawing(chip), "rect",
        {{"x", "-38"}, {"y", "-38"}, {"width", "76"}, {"height", "76"}, {"rx", "20"}, {"stroke-width", "22"}});
    addText(chip, "span", guessed ? word + ", guessed" : word);
}

} // namespace sightline::html
