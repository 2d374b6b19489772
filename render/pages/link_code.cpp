#include "render/pages/link_code.h"

#include <algorithm>
#include <cmath>

#include "render/phrase.h"

namespace sightline {
namespace {

/// People hold a phone up from 1.5 m where the farthest seat is 4 m away (the default room) or more, and from nearer in
/// smaller rooms: at a desk nobody steps back to scan.
double phoneDistance(const Room& room) { return std::min(1.5, room.distanceM * 1.5 / 4); }

constexpr Colour kBlack = {0x000000};
constexpr Colour kWhite = {0xFFFFFF};

/// Black on white in both themes: readers look for dark on light.
void drawCode(Canvas& c, const QrCode& code, float x, float y, int module) {
    const auto pixels = static_cast<float>(module);
    const float quiet = pixels * kQrQuietZone;
    const float whole = pixels * static_cast<float>(code.side) + 2 * quiet;
    c.fill({x, y, whole, whole}, kWhite);
    for (int row = 0; row < code.side; ++row)
        for (int from = 0; from < code.side;) {
            int to = from;
            while (to < code.side && code.at(to, row)) ++to;
            if (to > from)
                c.fill({x + quiet + pixels * static_cast<float>(from), y + quiet + pixels * static_cast<float>(row),
                        pixels * static_cast<float>(to - from), pixels},
                       kBlack);
            from = to + 1;
        }
}

} // namespace

void linkCode(Flow& flow, const View& view, const Evidence& item) {
    if (item.link.empty()) return;
    Canvas& c = flow.c;
    constexpr std::string_view kHeading = "Open on your own device";
    flow.skip(c.s(16));
    if (flow.shows(2)) c.hairline(flow.x, flow.x + flow.w, flow.y);
    flow.skip(c.s(4)); // the quiet zone of a code adds to it
    const QrCode& code = view.code;
    const int module = code.side == 0 ? 0 : qrModulePixels(code.side, phoneDistance(c.room), c.room.px(1));
    const auto whole = static_cast<float>(module * (code.side + 2 * kQrQuietZone));
    if (code.side == 0 || whole > flow.w) {
        flow.paragraph(Style::Section, c.look.ink, kHeading);
        flow.paragraph(Style::Body, c.look.secondary,
                       "The address is too long for a code that a phone could read from here. It stands in full under "
                       "“Published at”.");
        return;
    }
    // The quiet zone is white of its own; on a white card the code itself lines up with the text.
    const float left = std::round(flow.x);
    const float top = std::round(flow.y);
    if (flow.shows(whole)) drawCode(c, code, left, top, module);
    const float textX = left + whole + c.s(24);
    const float beside = flow.x + flow.w - textX;
    const auto words = [&](Flow text) {
        text.paragraph(Style::Section, c.look.ink, kHeading);
        text.paragraph(Style::Body, c.look.secondary, "Scan to read the published document.");
        return text.y;
    };
    if (beside < c.s(160)) {
        flow.skip(whole + c.s(8));
        flow.y = words(flow);
        return;
    }
    const float textHeight = words({c, textX, beside, 0, false});
    const float height = std::max(whole, textHeight);
    if (flow.shows(height)) words({c, textX, beside, flow.y + (height - textHeight) / 2, true});
    flow.skip(height);
}

} // namespace sightline
