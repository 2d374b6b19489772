#pragma once

#include <cstdint>

#include <imgui.h>

// The differences between Dear ImGui 1.86 (Debian 12) and 1.90 (Debian 13) that Sightline meets. Nothing else in the
// tree asks for IMGUI_VERSION_NUM.

namespace sightline {

/// The lists of a finished frame. Up to 1.89.7 they stand behind a pointer, later in an ImVector: indexing reads both.
inline const ImDrawList& listOf(const ImDrawData& data, int index) { return *data.CmdLists[index]; }

/// The picture a command asks for, by the painter's number for it; 0: the glyphs. Dear ImGui takes it for an opaque
/// pointer (for a number from 1.91.4 on) and never looks behind it.
inline ImTextureID textureId(int place) {
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(place)); // NOLINT: not a pointer to anything
}
inline int pictureOf(const ImDrawCmd& command) {
    return static_cast<int>(reinterpret_cast<std::uintptr_t>(command.GetTexID()));
}

} // namespace sightline
