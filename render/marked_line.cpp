#include "render/marked_line.h"

#include <algorithm>
#include <cmath>

namespace sightline {
namespace {

/// Where a line stands, and in what.
struct Pen {
    Style style;
    float x;
    float y;
    Colour colour;
};

/// The grounds of the marks come before all letters of a line: they reach over what stands beside them.
enum class Layer { Grounds, Letters };

void piece(Canvas& c, Pen& pen, std::string_view text, bool marked, Layer layer) {
    if (text.empty()) return;
    const float width = c.width(pen.style, text);
    if (layer == Layer::Letters) {
        c.text(pen.style, pen.x, pen.y, marked ? c.look.ink : pen.colour, text);
    } else if (marked) {
        const float over = c.s(2);
        c.fill({pen.x - over, pen.y, width + 2 * over, c.lineHeight(pen.style)}, c.look.warnCell, c.s(4));
    }
    pen.x += width;
}

void drawLayer(Canvas& c, Pen& pen, std::string_view line, const MarkedText& text, Layer layer) {
    const auto from = static_cast<std::size_t>(line.data() - text.text.data());
    const std::size_t end = from + line.size();
    std::size_t at = from;
    const std::string_view whole = text.text;
    for (const Mark& mark : text.marks) {
        if (mark.end <= from || mark.begin >= end) continue;
        const std::size_t begin = std::max(mark.begin, at);
        piece(c, pen, whole.substr(at, begin - at), false, layer);
        at = std::min(mark.end, end);
        piece(c, pen, whole.substr(begin, at - begin), true, layer);
    }
    piece(c, pen, whole.substr(at, end - at), false, layer);
}

/// One line of the text, which is a view into it.
void drawLine(Canvas& c, Pen& pen, std::string_view line, const MarkedText& text) {
    Pen grounds = pen;
    drawLayer(c, grounds, line, text, Layer::Grounds);
    drawLayer(c, pen, line, text, Layer::Letters);
}

} // namespace

float markedParagraph(Canvas& c, Style style, float x, float y, float width, Colour colour, const MarkedText& text,
                      int most) {
    const float step = c.lineHeight(style);
    LineBreaker breaker(c.metrics(style), text.text, width);
    std::string_view line;
    float top = y;
    for (int drawn = 0; drawn < most && breaker.next(line); ++drawn, top += step) {
        Pen pen{style, x, top, colour};
        if (drawn + 1 < most || breaker.rest().empty()) {
            drawLine(c, pen, line, text);
            continue;
        }
        const auto begin = static_cast<std::size_t>(line.data() - text.text.data());
        const std::string_view left = std::string_view(text.text).substr(begin);
        const Fitted fitted = fitLine(c.metrics(style), left, width - c.width(style, "…"));
        drawLine(c, pen, fitted.text, text);
        piece(c, pen, "…", false, Layer::Letters);
    }
    return top - y;
}

} // namespace sightline
