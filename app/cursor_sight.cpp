#include "app/cursor_sight.h"

namespace sightline {

namespace {

/// Seconds for which it is seen.
constexpr Seconds kSeen = 3;
/// So many moves in a row are a mouse's.
constexpr int kMouseMoves = 3;

} // namespace

void CursorSight::feed(const PointerEvent& event) {
    switch (event.kind) {
    case PointerKind::Move:
        if (!held_ && ++moves_ >= kMouseMoves) until_ = event.time + kSeen;
        if (held_ && until_) until_ = event.time + kSeen;
        break;
    case PointerKind::Down:
        held_ = true;
        if (moves_ < kMouseMoves) until_.reset();
        break;
    case PointerKind::Up:
        held_ = false;
        // A mouse that clicks twice at one place is still a mouse.
        if (!until_) moves_ = 0;
        break;
    case PointerKind::Leave: until_.reset(); break;
    }
}

void CursorSight::pass(Seconds now) {
    if (!until_ || now < *until_) return;
    until_.reset();
    moves_ = 0;
}

} // namespace sightline
