#include <array>
#include <limits>

#include "data/defaults.h"
#include "render/chrome.h"
#include "render/colour_science.h"
#include "render/pages/pages.h"
#include "render/rows.h"
#include "render/two_cards.h"

namespace sightline {
namespace {

namespace cs = colour_science;

double millimetres(const Canvas& c, float pixels) {
    return static_cast<double>(pixels) / static_cast<double>(c.room.px(1));
}

/// Text of an exact size, and how large that is.
void sample(Flow& flow, Style style, int minutes) {
    Canvas& c = flow.c;
    flow.paragraph(style, c.look.ink, "Senior management 1234567890");
    flow.paragraph(Style::Label, c.look.secondary,
                   phrase("{}′ of arc from there: capitals {:.1f} mm high. {}", minutes,
                          millimetres(c, c.metrics(style).capHeight),
                          minutes == 16 ? "The least that can be read." : "Reads with ease."));
    flow.skip(c.s(16));
}

struct Use {
    Style style;
    std::string_view what;
};
constexpr std::array kUses = {Use{Style::Number, "Numbers on tiles"},      Use{Style::PageTitle, "Page titles"},
                              Use{Style::Status, "Opinions on tiles"},     Use{Style::TileTitle, "Titles of elements"},
                              Use{Style::Headline, "Overdue, at the top"}, Use{Style::Row, "Rows"},
                              Use{Style::Label, "Details below rows"}};

void readableFrom(Flow& flow) {
    Canvas& c = flow.c;
    sectionHeading(flow, "What can be read from where");
    for (const Use& use : kUses) {
        const float cap = c.metrics(use.style).capHeight;
        flow.paragraph(Style::Row, c.look.ink, use.what);
        flow.paragraph(Style::Label, c.look.secondary,
                       phrase("{:.1f} mm: up to {:.1f} m (16′), with ease up to {:.1f} m (20′)", millimetres(c, cap),
                              c.room.readableFrom(cap, 16), c.room.readableFrom(cap, 20)));
        flow.skip(c.s(10));
    }
}

/// A line of a length that a tape measure can check: 100 mm, or less where the panel is too small for that.
void ruler(Flow& flow) {
    Canvas& c = flow.c;
    sectionHeading(flow, "Is the diagonal right?");
    int length = 100;
    while (length > 10 && c.room.px(length) > flow.w) length -= 10;
    const float height = std::max(c.s(36), c.room.px(6));
    if (flow.shows(height)) {
        const float thick = std::max(1.0F, std::round(c.room.px(0.5)));
        const float end = flow.x + c.room.px(length);
        const float base = flow.y + height - thick;
        c.fill({flow.x, base, end - flow.x, thick}, c.look.ink);
        for (int at = 0; at <= length; at += 10) {
            const float tall = at == 0 || at == length ? height : height * 0.5F;
            // The outer edges of the outer ticks are what is measured between.
            const float x = at == 0 ? flow.x : at == length ? end - thick : flow.x + c.room.px(at) - thick / 2;
            c.fill({x, flow.y + height - tall, thick, tall}, c.look.ink);
        }
    }
    flow.skip(height + c.s(10));
    flow.paragraph(Style::Body, c.look.ink,
                   phrase("This line is {} mm long if the panel’s diagonal is {:.1f} inches. Measure it.", length,
                          c.room.diagonalIn));
    const auto shorter = length * 95 / 100;
    const auto longer = length * 105 / 100;
    flow.paragraph(Style::Body, c.look.secondary,
                   phrase("If it is {} mm, set room.diagonal to {:.1f}; if it is {} mm, to {:.1f}.", shorter,
                          c.room.diagonalIn * shorter / length, longer, c.room.diagonalIn * longer / length));
    flow.skip(c.s(14));
}

struct Sight {
    cs::Vision vision;
    std::string_view words;
};
constexpr std::array kSights = {
    Sight{cs::Vision::Normal, "All colours"},
    Sight{cs::Vision::Protan, "No red (protanopia)"},
    Sight{cs::Vision::Deutan, "No green (deuteranopia)"},
    Sight{cs::Vision::Tritan, "No blue (tritanopia)"},
    Sight{cs::Vision::Grey, "No colour at all"},
};

Colour seenAs(Colour colour, cs::Vision vision) { return {cs::encoded(cs::seen(cs::linear(colour.rgb), vision))}; }

/// How far the two opinions are apart that are nearest to each other.
double leastDifference(const Look& look, cs::Vision vision) {
    double least = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < look.opinions.size(); ++i)
        for (std::size_t j = i + 1; j < look.opinions.size(); ++j)
            least = std::min(least, cs::ciede2000(look.opinions[i].band.rgb, look.opinions[j].band.rgb, vision));
    return least;
}

void sightRow(Flow& flow, const std::vector<Opinion>& scale, const Sight& sight) {
    Canvas& c = flow.c;
    flow.paragraph(Style::Row, c.look.ink, sight.words);
    flow.skip(c.s(6));
    const float between = c.s(8);
    const float height = c.t(64);
    const float width = (flow.w - between * static_cast<float>(scale.size() - 1)) / static_cast<float>(scale.size());
    if (flow.shows(height))
        for (std::size_t i = 0; i < scale.size(); ++i) {
            const OpinionColours& colours = c.look.opinion(scale[i].colour);
            const Rect band{std::round(flow.x + static_cast<float>(i) * (width + between)), flow.y, std::round(width),
                            height};
            const Colour ground = seenAs(colours.band, sight.vision);
            c.fill(band, ground, c.s(8));
            c.border(band, c.look.hairline, c.s(8));
            drawShape(c, scale[i].shape, band.centre(), c.t(40), seenAs(colours.onBand, sight.vision), ground);
        }
    flow.skip(height + c.s(6));
    flow.paragraph(Style::Label, c.look.secondary,
                   phrase("Nearest two: {:.0f} apart (CIEDE2000).", leastDifference(c.look, sight.vision)));
    flow.skip(c.s(16));
}

void sights(Flow& flow, const View& view) {
    static const std::vector<Opinion> kScale = defaultScale();
    const std::vector<Opinion>& scale = view.snapshot == nullptr ? kScale : view.checklist().scale;
    sectionHeading(flow, "The opinions as others see them");
    flow.paragraph(Style::Body, flow.c.look.secondary,
                   "In each row the five have to look different, by shape in any case. On a panel whose colours are "
                   "set wrongly they do not.");
    flow.skip(flow.c.s(14));
    for (const Sight& sight : kSights) sightRow(flow, scale, sight);
}

} // namespace

void drawTestPattern(Canvas& c, const View& view) {
    Rect area = contentArea(c, view);
    const float right = headerButton(c, area, "Check touch", "touch:begin", CheckTouch{true});
    const Phrase subtitle =
        phrase("{} × {} pixels · {:.0f} × {:.0f} mm · {:.1f} inches · farthest seat {:.1f} m", c.room.width,
               c.room.height, millimetres(c, static_cast<float>(c.room.width)),
               millimetres(c, static_cast<float>(c.room.height)), c.room.diagonalIn, c.room.distanceM);
    drawHeader(c, {"Test pattern", subtitle, 0}, true, right);

    const auto [first, second] = twoCards(c, area);
    factCard(c, first, ListId::Pattern, "Sizes", [&](Flow& flow) {
        sectionHeading(flow, phrase("Read this from the farthest seat, {:.1f} m away", c.room.distanceM));
        sample(flow, Style::Arc20, 20);
        sample(flow, Style::Arc16, 16);
        ruler(flow);
        readableFrom(flow);
    });
    factCard(c, second, ListId::PatternSide, "Colours", [&](Flow& flow) { sights(flow, view); });
}

} // namespace sightline
