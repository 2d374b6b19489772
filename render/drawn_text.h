#pragma once

#include <string>

#include "render/fonts.h"
#include "render/ui_types.h"

namespace sightline {

/// A line of text as a frame drew it, for whoever checks that none is cut off or lies on another.
struct DrawnText {
    Style style = Style::Body;
    Rect rect; ///< from its first to its last advance, and from the top of its capitals to the base line
    Rect clip; ///< what of the panel it could be seen in
    std::string text;
};

} // namespace sightline
