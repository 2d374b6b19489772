#pragma once

#include <cmath>
#include <string_view>

#include "render/canvas.h"

namespace sightline {

/// Where the keys of a number pad are, as a telephone has them. Pixels.
struct NumberPad {
    float x;
    float y;
    float width; ///< of a key
    float height;
    float between;

    [[nodiscard]] Rect key(int column, int row) const {
        return {std::round(x + static_cast<float>(column) * (width + between)),
                std::round(y + static_cast<float>(row) * (height + between)), width, height};
    }
};

/// A number pad over a page: words, four rows of keys, and one key more that leaves it as it was.
struct PadBox {
    Rect box;
    Rect words;
    NumberPad keys;
    Rect leave;
};

/// Dims the page, and draws the card that the pad stands on: the words above the keys, or beside them on a panel that
/// is too low for both. Keys are as large as there is room for, and never smaller than a finger. `words` gives the
/// height that they take in a width.
template <class Words>
PadBox drawPadBox(Canvas& c, Words&& words);

/// A key with a word; one that leads nowhere just now is faint and not to be touched.
void padKey(Canvas& c, const Rect& rect, std::string_view word, std::string_view id, std::string_view label,
            const Command& command, bool possible);

/// The key that does what the pad is for.
void padMainKey(Canvas& c, const Rect& rect, std::string_view word, std::string_view id, std::string_view label,
                const Command& command, bool possible);

namespace pad_detail {
/// `tall`: the words above the keys.
struct Form {
    bool tall = true;
    float inner = 0; ///< width of the words
};
Form formOf(const Canvas& c, bool tall);
bool fits(const Canvas& c, const Form& form, float words);
PadBox place(Canvas& c, const Form& form, float words);
} // namespace pad_detail

template <class Words>
PadBox drawPadBox(Canvas& c, Words&& words) {
    auto form = pad_detail::formOf(c, true);
    if (!pad_detail::fits(c, form, words(form.inner))) form = pad_detail::formOf(c, false);
    return pad_detail::place(c, form, words(form.inner));
}

} // namespace sightline
