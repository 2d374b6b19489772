#include "render/frame.h"

#include <utility>

#include "render/canvas.h"
#include "render/chrome.h"
#include "render/imgui_compat.h"
#include "render/meeting_bar.h"
#include "render/pages/curtain.h"
#include "render/pages/document.h"
#include "render/pages/pages.h"
#include "render/pages/pin_pad.h"
#include "render/rotation_bar.h"

namespace sightline {
namespace {

/// Fills a Dear ImGui font with glyphs that were baked elsewhere.
ImFont* addFont(ImFontAtlas& atlas, const BakedFont& baked, float texelX, float texelY) {
    ImFont* font = IM_NEW(ImFont)();
    atlas.Fonts.push_back(font);
    font->ContainerAtlas = &atlas;
    font->FontSize = baked.size;
    font->Ascent = baked.ascent;
    font->Descent = baked.descent;
    for (const BakedGlyph& g : baked.glyphs) {
        if (g.code > IM_UNICODE_CODEPOINT_MAX) continue;
        const auto u = static_cast<float>(g.u);
        const auto v = static_cast<float>(g.v);
        font->AddGlyph(nullptr, static_cast<ImWchar>(g.code), g.x0, g.y0, g.x1, g.y1, u * texelX, v * texelY,
                       (u + static_cast<float>(g.w)) * texelX, (v + static_cast<float>(g.h)) * texelY, g.advance);
    }
    font->BuildLookupTable();
    return font;
}

void drawPage(Canvas& c, const View& view) {
    switch (c.state.here.page) {
    case Page::Overview: return drawOverview(c, view);
    case Page::Element: return drawElement(c, view);
    case Page::Evidence: return drawEvidence(c, view);
    case Page::EvidenceItem: return drawEvidenceItem(c, view);
    case Page::Actions: return drawActions(c, view);
    case Page::Map: return drawMap(c, view);
    case Page::Changes: return drawChanges(c, view);
    case Page::Search: return drawSearch(c, view);
    case Page::About: return drawAbout(c, view);
    case Page::Health: return drawHealth(c, view);
    case Page::Pattern: return drawTestPattern(c, view);
    }
}

void drawFocus(Canvas& c, const Targets& targets) {
    if (c.state.focus == 0) return;
    const Target* target = targets.find(c.state.focus);
    if (target == nullptr) return;
    const float thick = std::max(3.0F, c.s(5));
    const Rect& r = target->rect;
    c.outline({r.x - thick, r.y - thick, r.w + 2 * thick, r.h + 2 * thick}, c.look.focus, c.s(16), thick);
}

} // namespace

struct Frame::Inside {
    ImFontAtlas fonts;
    ImGuiContext* context = nullptr;
    TypeFaces faces;
    AtlasPixels atlas;
    std::vector<DrawnText>* record = nullptr;
};

Frame::Frame() : inside_(std::make_unique<Inside>()) {
    inside_->fonts.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    inside_->context = ImGui::CreateContext(&inside_->fonts);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // the wall writes nothing beside its state
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
}

Frame::~Frame() { ImGui::DestroyContext(inside_->context); }

void Frame::setFonts(BakedFonts baked) {
    ImFontAtlas& fonts = inside_->fonts;
    fonts.Clear();
    fonts.TexWidth = baked.atlas.width;
    fonts.TexHeight = baked.atlas.height;
    const float texelX = 1.0F / static_cast<float>(baked.atlas.width);
    const float texelY = 1.0F / static_cast<float>(baked.atlas.height);
    fonts.TexUvScale = {texelX, texelY};
    fonts.TexUvWhitePixel = {(static_cast<float>(baked.whiteU) + 0.5F) * texelX,
                             (static_cast<float>(baked.whiteV) + 0.5F) * texelY};
    for (std::size_t i = 0; i < kStyleCount; ++i)
        inside_->faces[i] = {FontMetrics(baked.fonts[i]), addFont(fonts, baked.fonts[i], texelX, texelY)};
    fonts.TexReady = true;
    inside_->atlas = std::move(baked.atlas);
}

void Frame::recordText(std::vector<DrawnText>* into) { inside_->record = into; }

AtlasPixels Frame::takeAtlas() { return std::exchange(inside_->atlas, {}); }

void Frame::build(const View& view, const UiState& state, const Look& look, const Room& room, Targets& targets) {
    ImGui::SetCurrentContext(inside_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(room.width), static_cast<float>(room.height)};
    // Nothing here moves with Dear ImGui's clock, and it asserts on a step of zero.
    io.DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
    targets.clear();
    Canvas c(*ImGui::GetBackgroundDrawList(), look, room, inside_->faces, state, targets, inside_->record);
    if (state.curtain) {
        drawCurtain(c, view);
        return ImGui::Render();
    }
    // How the wall is doing can be asked most of all where it has nothing to show.
    const bool needsSnapshot = state.here.page != Page::Health && state.here.page != Page::Pattern;
    if (view.snapshot == nullptr && needsSnapshot)
        drawNoSnapshot(c, view);
    else
        drawPage(c, view);
    drawProblem(c, view);
    drawRotationBar(c, view);
    drawMeetingBar(c, view);
    if (view.snapshot != nullptr) {
        drawNavigation(c);
        drawPageChooser(c, view);
    }
    drawTouchCheck(c);
    targets.putHeldLast();
    drawMarkNotice(c);
    drawMeetingQuestion(c, view);
    drawPinPad(c, view);
    drawIdleNotice(c);
    drawFocus(c, targets);
    ImGui::Render();
}

ImDrawData* Frame::drawData() const {
    ImGui::SetCurrentContext(inside_->context);
    return ImGui::GetDrawData();
}

} // namespace sightline
