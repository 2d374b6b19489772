#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "data/failure.h"
#include "render/fonts.h"
#include "render/page_picture.h"

struct ImDrawData;

namespace sightline {

/// An RGB picture, rows from the top.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

/// How far the picture stands from its own place on the panel, pixels to the right and down.
struct PictureShift {
    int x = 0;
    int y = 0;
    bool operator==(const PictureShift&) const = default;
};

/// Paints frames with OpenGL 3.3 core into the current context. One channel for the glyphs, one shader, one buffer.
class GlTarget {
public:
    using Loader = void (*(*)(const char* name))(); ///< glfwGetProcAddress or eglGetProcAddress

    /// Loads OpenGL for the current context and makes the shader. Failure: no OpenGL 3.3.
    static Result<std::unique_ptr<GlTarget>> create(Loader loader);
    ~GlTarget();
    GlTarget(const GlTarget&) = delete;
    GlTarget& operator=(const GlTarget&) = delete;

    /// Uploads the glyphs and drops what was there.
    void setAtlas(const AtlasPixels& atlas);
    /// Holds the picture of a page in a place of the caller's choosing, from 1; it replaces what was there.
    void setPicture(int place, const PagePicture& picture);
    void dropPicture(int place);
    /// Clears to `background` (0xRRGGBB) and paints. `data` may be nullptr: the colour alone. A picture that is shifted
    /// loses its rim on one side; on the other its outermost pixels go on to the edge of the panel.
    void paint(ImDrawData* data, int width, int height, std::uint32_t background, PictureShift shift = {});
    /// Reads the framebuffer back.
    [[nodiscard]] Picture read(int width, int height) const;
    /// The renderer's own name, for the health page.
    [[nodiscard]] const char* rendererName() const;

private:
    GlTarget() = default;
    unsigned program_ = 0, vertexArray_ = 0, vertices_ = 0, indices_ = 0, atlas_ = 0;
    int scaleAt_ = -1;
    std::vector<unsigned> pictures_; ///< textures by place; 0: none
};

} // namespace sightline
