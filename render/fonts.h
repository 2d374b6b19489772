#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "render/room.h"

namespace sightline {

struct Checklist;
struct Snapshot;
struct Comparison;

/// The styles text is set in. Sizes come from the room; visual.md gives them for 1920×1080.
enum class Style : std::uint8_t {
    PageTitle, ///< 44 Bold, glance
    Status,    ///< 40 Bold, glance
    TileTitle, ///< 38 SemiBold, glance; also what is typed
    Number,    ///< 72 Bold, digits only, glance
    Section,   ///< 30 Bold
    Headline,  ///< 36 Bold: what the header says on the right, glance
    Row,       ///< 27 SemiBold
    Body,      ///< 26 Regular
    Label,     ///< 24 Medium
    Strong,    ///< 24 Bold
    Arc16,     ///< exactly 16 minutes of arc from the farthest seat, whatever the drawings and the text scale say
    Arc20,     ///< exactly 20
    Count
};
constexpr std::size_t kStyleCount = static_cast<std::size_t>(Style::Count);

/// Font size in pixels (em) of each style in a room: the drawing's size on this panel, or what the viewing distance
/// asks for where that is more; all of it larger by the room's text scale.
std::array<float, kStyleCount> typeSizes(const Room& room);

/// A one-channel picture of all glyphs.
struct AtlasPixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

/// One glyph: where it is in the atlas and how it is placed. Pixels.
struct BakedGlyph {
    char32_t code = 0;
    float advance = 0;
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0; ///< from the pen position and the line's top
    int u = 0, v = 0, w = 0, h = 0;       ///< in the atlas
};

struct BakedFont {
    float size = 0;
    float ascent = 0;
    float descent = 0; ///< negative: below the base line
    float capHeight = 0;
    std::vector<BakedGlyph> glyphs;
};

/// Glyphs of every style, without Dear ImGui: made on the loader thread while the window is being opened.
struct BakedFonts {
    std::array<BakedFont, kStyleCount> fonts;
    AtlasPixels atlas;
    int whiteU = 0; ///< a white pixel in the atlas
    int whiteV = 0;
};

/// Every character that a snapshot's text, what changed in it and the program's own words may need, sorted. nullptr:
/// there is none.
std::u32string charactersFor(const Snapshot* snapshot, const Comparison* comparison = nullptr);

/// Every character of the documents' pages, sorted.
std::u32string charactersOnPages(const Checklist& checklist);

/// Bakes the embedded Inter. Characters Inter does not have are left out and drawn as a box.
BakedFonts bakeFonts(const Room& room, const std::u32string& characters);

} // namespace sightline
