#include "render/gl_target.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include <glad/gl.h>

#include "render/imgui_compat.h"

namespace sightline {
namespace {

constexpr const char* kVertexShader = R"(#version 330 core
uniform vec4 scaleAndShift;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 colour;
out vec2 atUv;
out vec4 inColour;
void main() {
    atUv = uv;
    inColour = colour;
    gl_Position = vec4(position * scaleAndShift.xy + scaleAndShift.zw, 0.0, 1.0);
}
)";

constexpr const char* kFragmentShader = R"(#version 330 core
uniform sampler2D picture;
in vec2 atUv;
in vec4 inColour;
out vec4 colour;
void main() { colour = inColour * texture(picture, atUv); }
)";

constexpr float kLodBias = -0.5F;

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

/// 0 where the driver refuses the shader.
GLuint linkProgram() {
    const GLuint vertex = compile(GL_VERTEX_SHADER, kVertexShader);
    const GLuint fragment = compile(GL_FRAGMENT_SHADER, kFragmentShader);
    GLuint program = glCreateProgram();
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (linked == 0) {
        glDeleteProgram(program);
        program = 0;
    }
    return program;
}

/// Where something begins in a buffer, which OpenGL wants as a pointer.
const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes); // NOLINT(performance-no-int-to-ptr)
}

void describeVertices() {
    constexpr GLsizei kStride = sizeof(ImDrawVert);
    for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, offset(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, kStride, offset(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, offset(offsetof(ImDrawVert, col)));
}

/// `textureOf` gives the texture of a picture's place.
template <class TextureOf>
void paintList(const ImDrawList& list, int height, PictureShift shift, TextureOf textureOf) {
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImVec4& clip = command.ClipRect;
        if (clip.z <= clip.x || clip.w <= clip.y || command.ElemCount == 0) continue;
        glScissor(static_cast<GLint>(clip.x) + shift.x,
                  static_cast<GLint>(static_cast<float>(height) - clip.w) - shift.y,
                  static_cast<GLsizei>(clip.z - clip.x), static_cast<GLsizei>(clip.w - clip.y));
        glBindTexture(GL_TEXTURE_2D, textureOf(pictureOf(command)));
        glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
                                 sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                                 offset(command.IdxOffset * sizeof(ImDrawIdx)), static_cast<GLint>(command.VtxOffset));
    }
}

/// Copies a column of the framebuffer, x pixels from the left, over another.
void copyColumn(int from, int to, int height) {
    glBlitFramebuffer(from, 0, from + 1, height, to, 0, to + 1, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

/// The same for a row, y pixels from the bottom.
void copyRow(int from, int to, int width) {
    glBlitFramebuffer(0, from, width, from + 1, 0, to, width, to + 1, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

/// Lets the rim of a picture that was shifted go on to the edge of the panel. Pixel by pixel: to stretch the rim, which
/// would take one call, llvmpipe compiles another shader when the picture is first moved by more than one, and keeps
/// 4 MiB for it.
void fillRim(int width, int height, PictureShift shift) {
    glDisable(GL_SCISSOR_TEST);
    const int up = -shift.y;
    for (int x = 0; x < shift.x; ++x) copyColumn(shift.x, x, height);
    for (int x = width + shift.x; x < width; ++x) copyColumn(width + shift.x - 1, x, height);
    for (int y = 0; y < up; ++y) copyRow(up, y, width);
    for (int y = height + up; y < height; ++y) copyRow(height + up - 1, y, width);
}

} // namespace

Result<std::unique_ptr<GlTarget>> GlTarget::create(Loader loader) {
    if (gladLoadGL(loader) < GLAD_MAKE_VERSION(3, 3))
        return fail(FailureKind::Missing, "", "This display offers no OpenGL 3.3.");
    std::unique_ptr<GlTarget> target(new GlTarget);
    target->program_ = linkProgram();
    if (target->program_ == 0) return fail(FailureKind::Internal, "", "The OpenGL driver refused Sightline's shader.");
    target->scaleAt_ = glGetUniformLocation(target->program_, "scaleAndShift");
    glGenVertexArrays(1, &target->vertexArray_);
    glGenBuffers(1, &target->vertices_);
    glGenBuffers(1, &target->indices_);
    glGenTextures(1, &target->atlas_);
    glBindVertexArray(target->vertexArray_);
    glBindBuffer(GL_ARRAY_BUFFER, target->vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, target->indices_);
    describeVertices();
    return target;
}

GlTarget::~GlTarget() {
    glDeleteTextures(static_cast<GLsizei>(pictures_.size()), pictures_.data());
    glDeleteTextures(1, &atlas_);
    glDeleteBuffers(1, &indices_);
    glDeleteBuffers(1, &vertices_);
    glDeleteVertexArrays(1, &vertexArray_);
    glDeleteProgram(program_);
}

void GlTarget::setAtlas(const AtlasPixels& atlas) {
    glBindTexture(GL_TEXTURE_2D, atlas_);
    // Glyphs are drawn pixel on pixel, so the nearest texel is the right one, and the cheapest without a GPU.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    constexpr std::array<GLint, 4> kCoverage = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, kCoverage.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, atlas.width, atlas.height, 0, GL_RED, GL_UNSIGNED_BYTE, atlas.pixels.data());
}

void GlTarget::setPicture(int place, const PagePicture& picture) {
    const auto index = static_cast<std::size_t>(place);
    if (index >= pictures_.size()) pictures_.resize(index + 1);
    dropPicture(place);
    glGenTextures(1, &pictures_[index]);
    glBindTexture(GL_TEXTURE_2D, pictures_[index]);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    // Half a level sharper than OpenGL would choose: print is thin, and a page does not move while it is read.
    glTexParameterf(GL_TEXTURE_2D, GL_TEXTURE_LOD_BIAS, kLodBias);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, picture.levels() - 1);
    const bool grey = picture.channels == 1;
    constexpr std::array<GLint, 4> kGrey = {GL_RED, GL_RED, GL_RED, GL_ONE};
    constexpr std::array<GLint, 4> kColour = {GL_RED, GL_GREEN, GL_BLUE, GL_ONE};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, grey ? kGrey.data() : kColour.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    int width = picture.width;
    int height = picture.height;
    const std::uint8_t* level = picture.pixels.data();
    for (int i = 0; i < picture.levels(); ++i) {
        glTexImage2D(GL_TEXTURE_2D, i, grey ? GL_R8 : GL_RGBA8, width, height, 0, grey ? GL_RED : GL_RGBA,
                     GL_UNSIGNED_BYTE, level);
        level += static_cast<std::ptrdiff_t>(width) * height * picture.channels;
        width = std::max(1, width / 2);
        height = std::max(1, height / 2);
    }
}

void GlTarget::dropPicture(int place) {
    const auto index = static_cast<std::size_t>(place);
    if (index >= pictures_.size()) return;
    glDeleteTextures(1, &pictures_[index]);
    pictures_[index] = 0;
}

void GlTarget::paint(ImDrawData* data, int width, int height, std::uint32_t background, PictureShift shift) {
    const auto channel = [background](unsigned bits) {
        return static_cast<float>((background >> bits) & 0xFFU) / 255.0F;
    };
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    if (data == nullptr) return;
    glViewport(shift.x, -shift.y, width, height);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(program_);
    glUniform4f(scaleAt_, 2.0F / static_cast<float>(width), -2.0F / static_cast<float>(height), -1, 1);
    glBindVertexArray(vertexArray_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    const auto textureOf = [this](int place) {
        const auto index = static_cast<std::size_t>(place);
        return place == 0 || index >= pictures_.size() ? atlas_ : pictures_[index];
    };
    for (int i = 0; i < data->CmdListsCount; ++i) paintList(listOf(*data, i), height, shift, textureOf);
    if (shift != PictureShift{}) fillRim(width, height, shift);
}

Picture GlTarget::read(int width, int height) const {
    Picture picture{width, height, {}};
    const std::size_t row = static_cast<std::size_t>(width) * 3;
    std::vector<std::uint8_t> upsideDown(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, upsideDown.data());
    picture.rgb.reserve(upsideDown.size());
    for (auto y = static_cast<std::size_t>(height); y-- > 0;) {
        const auto from = upsideDown.begin() + static_cast<std::ptrdiff_t>(y * row);
        picture.rgb.insert(picture.rgb.end(), from, from + static_cast<std::ptrdiff_t>(row));
    }
    return picture;
}

const char* GlTarget::rendererName() const { return reinterpret_cast<const char*>(glGetString(GL_RENDERER)); }

} // namespace sightline
