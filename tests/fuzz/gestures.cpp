// What fingers and buttons do, four bytes an event: kind and button, place across, place down, and the time since the
// event before, in hundredths of a second (from 200 on: of an hour).
#include <array>
#include <cmath>

#include "render/gesture.h"
#include "render/scroll.h"
#include "tests/fuzz/fuzz_target.h"

namespace sightline::fuzz {
namespace {

/// Holds what the recogniser says to what may follow what.
class Witness {
public:
    void see(const Gesture& gesture) {
        if (std::holds_alternative<Press>(gesture)) {
            require(!dragging_, "a finger that drags does not come down");
            down_ = true;
        } else if (std::holds_alternative<Tap>(gesture)) {
            require(down_ && !dragging_, "a tap is a finger that came down and did not drag");
            down_ = false;
        } else if (std::holds_alternative<DragBegin>(gesture)) {
            require(down_ && !dragging_, "a drag begins once, with a finger down");
            dragging_ = true;
        } else if (std::holds_alternative<DragMove>(gesture)) {
            require(dragging_, "only what has begun goes on");
        } else if (const auto* end = std::get_if<DragEnd>(&gesture)) {
            require(dragging_, "only what has begun ends");
            require(std::isfinite(end->velocity.x) && std::isfinite(end->velocity.y), "a velocity is a number");
            glide(*end);
            down_ = dragging_ = false;
        } else if (std::holds_alternative<Cancel>(gesture)) {
            down_ = dragging_ = false;
        }
    }
    void held() { require(down_ && !dragging_, "a long press is a finger that is down and does not drag"); }

private:
    static void glide(const DragEnd& end) {
        Glide glide;
        glide.start(ListId::Evidence, 100, end.velocity.y, 0);
        float offset = 100;
        for (double now = 0; now < 10 && glide.moving(); now += 0.05) {
            offset = glide.advance(now, 1000);
            require(offset >= 0 && offset <= 1000, "a list stays within its ends");
        }
    }

    bool down_ = false;
    bool dragging_ = false;
};

} // namespace

void takeInput(std::string_view input) {
    GestureRecogniser recogniser({.slop = 12, .longPress = 0.6});
    Witness witness;
    Seconds now = 0;
    constexpr std::size_t kBytes = 4;
    for (std::size_t at = 0; at + kBytes <= input.size(); at += kBytes) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[at + i]); };
        now += byte(3) < 200 ? byte(3) / 100.0 : (byte(3) - 200) * 36.0;
        if (const auto deadline = recogniser.deadline(); deadline && *deadline <= now && (byte(0) & 0x80U) == 0)
            if (recogniser.tick(now)) witness.held();
        const auto kind = static_cast<PointerKind>(byte(0) % 4);
        const int button = 1 + byte(0) / 4 % 8;
        const Point place{static_cast<float>(byte(1)) * 3, static_cast<float>(byte(2)) * 3};
        if ((byte(0) & 0x60U) == 0x60U) {
            recogniser.abandon();
            witness.see(Cancel{});
        }
        const Gestures gestures = recogniser.feed({kind, button, place, now});
        require(gestures.size() <= 2, "one event means two things at most");
        for (const Gesture& gesture : gestures) {
            const bool lifted = kind == PointerKind::Up && button == 1;
            require(lifted || !std::holds_alternative<Tap>(gesture), "a tap is a finger that was lifted");
            witness.see(gesture);
        }
    }
}

std::vector<std::string> seeds() {
    const auto events = [](std::initializer_list<std::array<int, 4>> list) {
        std::string out;
        for (const auto& event : list)
            for (const int byte : event) out += static_cast<char>(byte);
        return out;
    };
    return {events({{0, 50, 50, 1}, {2, 50, 50, 5}}),                                                  // a tap
            events({{0, 50, 50, 1}, {1, 50, 60, 2}, {1, 50, 80, 2}, {1, 50, 99, 2}, {2, 50, 99, 1}}),  // a drag
            events({{0, 50, 50, 1}, {1, 50, 51, 90}, {2, 50, 50, 5}}),                                 // a long press
            events({{0, 50, 50, 1}, {4, 50, 50, 1}, {2, 50, 50, 1}, {6, 50, 50, 1}, {0, 9, 9, 1}}),    // two buttons
            events({{0, 50, 50, 1}, {3, 0, 0, 1}, {2, 50, 50, 1}, {0, 50, 50, 250}, {2, 50, 50, 1}})}; // off the panel
}

} // namespace sightline::fuzz
