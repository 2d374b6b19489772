#pragma once

#include <cmath>

#include "render/ui_types.h"

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

} // namespace sightline
