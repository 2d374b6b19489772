#pragma once

#include <memory>
#include <vector>

#include "render/drawn_text.h"
#include "render/fonts.h"
#include "render/look.h"
#include "render/room.h"
#include "render/targets.h"
#include "render/ui_types.h"
#include "render/view.h"

struct ImDrawData;

namespace sightline {

/// Builds one frame: owns the Dear ImGui context, the fonts and the layout that carries over between frames. Needs no
/// OpenGL: tests build frames and read the targets; GlTarget paints what was built.
class Frame {
public:
    Frame();
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    /// Takes fonts baked for a room. Call before the first build and whenever they were baked anew.
    void setFonts(BakedFonts fonts);

    /// Draws the page that `state` names and fills `targets`.
    void build(const View& view, const UiState& state, const Look& look, const Room& room, Targets& targets);

    /// From now on each build puts every line of text that it draws behind the others in `into`; nullptr: no longer.
    void recordText(std::vector<DrawnText>* into);

    /// What the last build drew; valid until the next.
    [[nodiscard]] ImDrawData* drawData() const;
    /// The atlas of the fonts last set, once: the painter uploads it and its memory is freed here. Empty pixels:
    /// nothing new.
    [[nodiscard]] AtlasPixels takeAtlas();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace sightline
