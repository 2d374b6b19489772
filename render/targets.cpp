#include "render/targets.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightline {

namespace {

Rect intersection(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

/// The empty stretch between two spans; 0 where they overlap.
float gapBetween(float from0, float to0, float from1, float to1) { return std::max({0.0F, from1 - to0, from0 - to1}); }

/// How far `to` lies from `from` in a direction, sideways distance counted double because the eye follows rows and
/// columns; infinity where it does not lie there at all.
float distanceTowards(const Rect& from, const Rect& to, Direction direction) {
    constexpr float kNever = std::numeric_limits<float>::infinity();
    const float dx = to.centre().x - from.centre().x;
    const float dy = to.centre().y - from.centre().y;
    const float gapX = gapBetween(from.x, from.right(), to.x, to.right());
    const float gapY = gapBetween(from.y, from.bottom(), to.y, to.bottom());
    const bool sideways = direction == Direction::Left || direction == Direction::Right;
    const float ahead = direction == Direction::Right  ? dx
                        : direction == Direction::Left ? -dx
                        : direction == Direction::Down ? dy
                                                       : -dy;
    // What overlaps along the axis is beside it, not ahead of it.
    const float step = sideways ? gapX : gapY;
    const float aside = sideways ? gapY : gapX;
    const bool overlaps = step <= 0 && std::abs(ahead) < (sideways ? from.w : from.h) / 2;
    if (ahead <= 0 || overlaps) return kNever;
    // The last part decides between several that are equally near: the best aligned one.
    return step + 2 * aside + 0.01F * std::abs(sideways ? dy : dx);
}

} // namespace

std::string_view roleName(TargetRole role) {
    switch (role) {
    case TargetRole::Button: return "button";
    case TargetRole::Tab: return "tab";
    case TargetRole::Tile: return "tile";
    case TargetRole::Row: return "row";
    case TargetRole::Toggle: return "toggle";
    }
    return "";
}

bool takesLongPress(const Command& command) {
    if (const auto* ask = std::get_if<AskMark>(&command)) return ask->asked;
    if (const auto* show = std::get_if<ShowHealth>(&command)) return show->held;
    return false;
}

void Targets::clear() {
    targets_.clear();
    areas_.clear();
    document_.reset();
    pointed_.reset();
    used_ = 0;
}

std::string_view Targets::keep(std::string_view text) {
    if (used_ == text_.size()) text_.emplace_back();
    std::string& slot = text_[used_++];
    slot.assign(text);
    return slot;
}

void Targets::add(TargetRole role, std::string_view id, std::string_view label, const Rect& rect, const Rect& clip,
                  const Command& command, bool selected) {
    const Rect seen = intersection(rect, clip);
    if (seen.w <= 0 || seen.h <= 0) return;
    targets_.push_back({.key = keyOf(id),
                        .role = role,
                        .selected = selected,
                        .clipped = seen != rect,
                        .rect = seen,
                        .whole = rect,
                        .id = keep(id),
                        .label = keep(label),
                        .command = command});
}

void Targets::addScroll(const ScrollArea& area) { areas_.push_back(area); }

void Targets::cover() {
    targets_.clear();
    areas_.clear();
    document_.reset();
}

const Target* Targets::at(Point point) const {
    const auto found =
        std::find_if(targets_.rbegin(), targets_.rend(), [&](const Target& t) { return t.rect.contains(point); });
    return found == targets_.rend() ? nullptr : &*found;
}

const Target* Targets::find(std::uint32_t key) const {
    const auto found = std::ranges::find(targets_, key, &Target::key);
    return found == targets_.end() ? nullptr : &*found;
}

const ScrollArea* Targets::scrollAt(Point point, bool sideways) const {
    const auto found = std::find_if(areas_.rbegin(), areas_.rend(), [&](const ScrollArea& area) {
        return area.sideways == sideways && area.maxScroll() > 0 && area.viewport.contains(point);
    });
    return found == areas_.rend() ? nullptr : &*found;
}

const ScrollArea* Targets::scrollArea(ListId list) const {
    const auto found = std::ranges::find(areas_, list, &ScrollArea::list);
    return found == areas_.end() ? nullptr : &*found;
}

std::uint32_t Targets::neighbour(std::uint32_t from, Direction direction) const {
    const Target* start = find(from);
    if (start == nullptr) return next(0, false);
    std::uint32_t best = from;
    float nearest = std::numeric_limits<float>::infinity();
    for (const Target& target : targets_) {
        if (target.key == from) continue;
        const float distance = distanceTowards(start->rect, target.rect, direction);
        if (distance < nearest) {
            nearest = distance;
            best = target.key;
        }
    }
    return best;
}

void Targets::putHeldLast() {
    auto end = targets_.end();
    for (auto at = targets_.begin(); at != end;) {
        if (takesLongPress(at->command)) {
            std::rotate(at, at + 1, targets_.end());
            --end;
        } else {
            ++at;
        }
    }
}

std::uint32_t Targets::next(std::uint32_t from, bool backwards) const {
    if (targets_.empty()) return 0;
    const auto found = std::ranges::find(targets_, from, &Target::key);
    if (found == targets_.end()) return backwards ? targets_.back().key : targets_.front().key;
    const auto count = targets_.size();
    const auto index = static_cast<std::size_t>(found - targets_.begin());
    return targets_[(index + (backwards ? count - 1 : 1)) % count].key;
}

std::uint32_t Targets::keyOf(std::string_view id) {
    // FNV-1a, 32 bits; 0 is kept for "none".
    std::uint32_t hash = 2166136261U;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash == 0 ? 1 : hash;
}

} // namespace sightline
