#pragma once

#include <span>
#include <string_view>

#include "render/canvas.h"

namespace sightline {

/// One way to answer a notice.
struct Answer {
    std::string_view word;
    std::string_view id;
    Command command;
    bool strong = true;
};

/// A question over everything else, with large answers below it.
void drawNotice(Canvas& c, std::string_view question, std::string_view text, std::span<const Answer> answers);

} // namespace sightline
