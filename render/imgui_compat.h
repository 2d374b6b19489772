#pragma once

#include <imgui.h>

// The differences between Dear ImGui 1.86 (Debian 12) and 1.90 (Debian 13) that Sightline meets. Nothing else in the
// tree asks for IMGUI_VERSION_NUM.

namespace sightline {

/// The lists of a finished frame. Up to 1.89.7 they stand behind a pointer, later in an ImVector: indexing reads both.
inline const ImDrawList& listOf(const ImDrawData& data, int index) { return *data.CmdLists[index]; }

/// The texture a command asks for, in both.
inline ImTextureID textureOf(const ImDrawCmd& command) { return command.GetTexID(); }

} // namespace sightline
