#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/ui_types.h"

namespace sightline {

enum class TargetRole : std::uint8_t { Button, Tab, Tile, Row, Toggle };
std::string_view roleName(TargetRole role);

/// Something that can be touched, as the last frame drew it.
struct Target {
    std::uint32_t key = 0; ///< hash of the id: the same thing has the same key in every frame
    TargetRole role = TargetRole::Button;
    bool selected = false;  ///< a tab, toggle or filter that is on
    bool clipped = false;   ///< partly scrolled out of its list
    Rect rect;              ///< what can be seen and touched
    Rect whole;             ///< all of it, as laid out: more than `rect` where it is clipped
    std::string_view id;    ///< "tile:3", "nav:actions", "evidence:12"
    std::string_view label; ///< what a person would call it
    Command command;
};

/// A list as the last frame drew it.
struct ScrollArea {
    ListId list = ListId::Evidence;
    Rect viewport;
    float content = 0; ///< length of everything in it along the axis, pixels
    bool sideways = false;
    float focusMargin = 0; ///< pixels kept around a focused row

    [[nodiscard]] float extent() const { return sideways ? viewport.w : viewport.h; }
    [[nodiscard]] float maxScroll() const { return content > extent() ? content - extent() : 0; }
};

/// The page of a document as the last frame drew it. Where it is enlarged, DocumentDown and DocumentAcross are
/// registered as lists of the same viewport.
struct DocumentArea {
    Rect viewport;
    Point fitted;                     ///< its width and height when all of it fits, pixels
    int mostZoom = kReadingZoom;      ///< beyond, there is nothing more to see
    std::optional<Location> previous; ///< the page before; nothing: this is the first
    std::optional<Location> next;     ///< the page after; nothing: this is the last
    int pages = 1;
};

/// Marking a meeting is not to happen by a brush of the hand, and the health of the wall is for whoever looks after it.
bool takesLongPress(const Command& command);

enum class Direction : std::uint8_t { Up, Down, Left, Right };

/// The registry of one frame: what can be touched and what scrolls. Hit-testing, keyboard, `sightline targets` and the
/// tests all read it. Pages add in reading order. Keeps its memory from frame to frame.
class Targets {
public:
    void clear();

    /// Adds a target. Text is copied. `clip` is the part of the panel it can be seen in; nothing is added outside it.
    void add(TargetRole role, std::string_view id, std::string_view label, const Rect& rect, const Rect& clip,
             const Command& command, bool selected = false);
    void addScroll(const ScrollArea& area);
    void setDocument(const DocumentArea& area) { document_ = area; }

    /// Where the row stands that the page was opened at (UiState::pointed), in sight or not.
    void pointAt(const Rect& row) { pointed_ = row; }
    [[nodiscard]] const std::optional<Rect>& pointed() const { return pointed_; }

    /// Puts what takes a long press behind everything else registered so far: it stands in headers, and the keyboard is
    /// to meet what a page is for first.
    void putHeldLast();

    /// Everything registered so far is behind a notice that covers it: it can no longer be touched.
    void cover();

    [[nodiscard]] std::span<const Target> all() const { return targets_; }
    [[nodiscard]] std::span<const ScrollArea> scrollAreas() const { return areas_; }
    /// The page of a document that is open; nullptr: none is, or something covers it.
    [[nodiscard]] const DocumentArea* document() const { return document_ ? &*document_ : nullptr; }
    /// The target under a point; nullptr: none. The latest added wins.
    [[nodiscard]] const Target* at(Point point) const;
    /// The target with a key; nullptr: none.
    [[nodiscard]] const Target* find(std::uint32_t key) const;
    /// The innermost list under a point that can scroll along the given axis; nullptr: none.
    [[nodiscard]] const ScrollArea* scrollAt(Point point, bool sideways) const;
    [[nodiscard]] const ScrollArea* scrollArea(ListId list) const;

    /// Where an arrow key leads from a target: the nearest one in that direction. 0 as `from`: the first in reading
    /// order.
    [[nodiscard]] std::uint32_t neighbour(std::uint32_t from, Direction direction) const;
    /// Where Tab leads: the next (or previous) in reading order, round the end.
    [[nodiscard]] std::uint32_t next(std::uint32_t from, bool backwards) const;

    static std::uint32_t keyOf(std::string_view id);

private:
    std::string_view keep(std::string_view text);

    std::vector<Target> targets_;
    std::vector<ScrollArea> areas_;
    std::optional<DocumentArea> document_;
    std::optional<Rect> pointed_;
    std::deque<std::string> text_; ///< reused slots; a slot's text stays where it is until clear()
    std::size_t used_ = 0;
};

} // namespace sightline
