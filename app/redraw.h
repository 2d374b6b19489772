#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sightline {

/// Why a frame is drawn. There is no other cause.
enum class Why : std::uint8_t {
    Start,    ///< the first picture
    Input,    ///< a touch or a key changed the state
    Scroll,   ///< a list is moving, under a finger or on its own
    Snapshot, ///< another snapshot is shown
    Problem,  ///< what is known of the source changed
    Timer,    ///< the idle notice, or going home
    Date,     ///< it is another day
    Resize,   ///< the panel has another size
    Fonts,    ///< the glyphs were made anew
    Picture,  ///< a page of a document can be shown now
    Health,   ///< a value on the health page changed
    Screen,   ///< the panel was turned on
    Shift,    ///< the picture was moved by a pixel
    Damage,   ///< the window system lost the picture
    Count
};
std::string_view whyName(Why why);

/// A small set of reasons. Empty: no frame.
class Reasons {
public:
    void add(Why why) { bits_ |= 1U << static_cast<unsigned>(why); }
    void clear() { bits_ = 0; }
    [[nodiscard]] bool empty() const { return bits_ == 0; }
    [[nodiscard]] bool has(Why why) const { return (bits_ & (1U << static_cast<unsigned>(why))) != 0; }
    [[nodiscard]] std::vector<std::string_view> names() const;

private:
    std::uint32_t bits_ = 0;
};

} // namespace sightline
