#include "render/pages/number_pad.h"

#include <algorithm>

#include "render/chrome.h"

namespace sightline {

void padKey(Canvas& c, const Rect& rect, std::string_view word, std::string_view id, std::string_view label,
            const Command& command, bool possible) {
    c.fill(rect, possible && c.pressed(id) ? c.look.pressed : c.look.card, c.s(14));
    c.outline(rect, possible ? c.look.hairline : c.look.off, c.s(14), c.edge());
    c.textCentred(Style::Status, rect.centre(), possible ? c.look.ink : c.look.off, word);
    if (possible) c.target(TargetRole::Button, id, label, rect, command);
}

void padMainKey(Canvas& c, const Rect& rect, std::string_view word, std::string_view id, std::string_view label,
                const Command& command, bool possible) {
    if (!possible) return padKey(c, rect, word, id, label, command, false);
    c.fill(rect, c.look.selected, c.s(14));
    c.textCentred(Style::Status, rect.centre(), c.look.onSelected, word);
    c.target(TargetRole::Button, id, label, rect, command);
}

namespace pad_detail {
namespace {

float padding(const Canvas& c) { return c.s(40); }
float between(const Canvas& c) { return std::max(c.s(16), c.room.targetGap()); }
float below(const Canvas& c) { return c.s(24); } ///< the words, or beside them

/// Keys are at least as high as a finger is wide, and wide enough for "Open".
float keysWidth(const Canvas& c, float key) {
    return 3 * std::max(key, c.width(Style::Status, "Open") + c.s(40)) + 2 * between(c);
}

float mostWidth(const Canvas& c) { return static_cast<float>(c.room.width) - 2 * margin(c) - 2 * padding(c); }

/// How high a key can be where the rows of them have so much of the panel left.
float keyHeight(const Canvas& c, float taken, float rows) {
    const float left = static_cast<float>(c.room.height) - c.s(24) - 2 * padding(c) - taken - (rows - 1) * between(c);
    const float wanted = std::max(c.side(112), c.lineHeight(Style::Status) * 1.2F);
    return std::floor(std::clamp(left / rows, c.room.targetSide(), wanted));
}

constexpr float kTallRows = 5;
constexpr float kWideRows = 4;

} // namespace

Form formOf(const Canvas& c, bool tall) {
    if (tall)
        return {true, std::min(mostWidth(c), std::max(c.s(560), keysWidth(c, keyHeight(c, c.s(280), kTallRows))))};
    const float keys = keysWidth(c, keyHeight(c, 0, kWideRows));
    return {false, std::min(mostWidth(c) - keys - below(c), c.t(560))};
}

bool fits(const Canvas& c, const Form& form, float words) {
    const float least = words + below(c) + kTallRows * c.room.targetSide() + (kTallRows - 1) * between(c);
    return form.tall && least + 2 * padding(c) <= static_cast<float>(c.room.height);
}

PadBox place(Canvas& c, const Form& form, float words) {
    const auto width = static_cast<float>(c.room.width);
    const auto height = static_cast<float>(c.room.height);
    c.coverTargets();
    c.veil({0, 0, width, height});
    const float pad = padding(c);
    const float gap = between(c);
    const float rows = form.tall ? kTallRows : kWideRows;
    const float key = keyHeight(c, form.tall ? words + below(c) : 0, rows);
    const float keys = form.tall ? form.inner : keysWidth(c, key);
    const float inner = form.tall ? form.inner : form.inner + below(c) + keys;
    const float above = form.tall ? words + below(c) : 0;
    const float boxWidth = inner + 2 * pad;
    const float boxHeight = 2 * pad + above + rows * key + (rows - 1) * gap;
    PadBox at;
    at.box = {std::round((width - boxWidth) / 2), std::round((height - boxHeight) / 2), boxWidth, boxHeight};
    c.card(at.box);
    const float x = at.box.x + pad;
    const float y = at.box.y + pad;
    at.words = {x, y, form.inner, form.tall ? words : at.box.h - 2 * pad - key - gap};
    at.keys = {form.tall ? x : x + form.inner + below(c), y + above, std::floor((keys - 2 * gap) / 3), key, gap};
    const Rect last = at.keys.key(0, 4);
    at.leave = form.tall ? Rect{last.x, last.y, keys, key} : Rect{x, at.keys.key(0, 3).y, form.inner, key};
    return at;
}

} // namespace pad_detail
} // namespace sightline
