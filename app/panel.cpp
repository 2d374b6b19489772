#include "app/panel.h"

#include <algorithm>

namespace sightline {

namespace {

using Outputs = std::vector<PanelOutput>;

/// The first for which it holds, the primary one before the others.
template <class Holds>
const PanelOutput* firstOf(const Outputs& outputs, Holds holds) {
    const PanelOutput* found = nullptr;
    for (const PanelOutput& output : outputs)
        if (holds(output) && (found == nullptr || (output.primary && !found->primary))) found = &output;
    return found;
}

/// The mode that it asks for, else the largest.
const PanelMode* bestMode(const PanelOutput& output) {
    if (output.modes.empty()) return nullptr;
    if (output.preferred > 0) return &output.modes.front();
    return &*std::ranges::max_element(
        output.modes, {}, [](const PanelMode& mode) { return static_cast<long>(mode.size.width) * mode.size.height; });
}

/// What could drive it: what does so already, else what drives no panel that is there, else nothing (0).
unsigned long freeCrtc(const PanelOutput& output, const Outputs& outputs) {
    if (output.area) return output.area->crtc;
    for (const unsigned long crtc : output.crtcs) {
        const bool taken = std::ranges::any_of(outputs, [crtc](const PanelOutput& other) {
            return other.connected && other.area && other.area->crtc == crtc;
        });
        if (!taken) return crtc;
    }
    return 0;
}

std::optional<PanelStart> start(const PanelOutput& output, const Outputs& outputs) {
    const PanelMode* mode = bestMode(output);
    const unsigned long crtc = freeCrtc(output, outputs);
    if (mode == nullptr || crtc == 0) return std::nullopt;
    return PanelStart{output.id, crtc, *mode, output.millimetres};
}

} // namespace

std::optional<Panel> panelOf(const PanelLayout& layout) {
    const PanelOutput* output =
        firstOf(layout.outputs, [](const PanelOutput& each) { return each.connected && each.area; });
    if (output == nullptr)
        output = firstOf(layout.outputs, [](const PanelOutput& each) { return each.area.has_value(); });
    if (output == nullptr) return std::nullopt;
    return Panel{output->area->x, output->area->y, output->area->size, output->millimetres, output->connected};
}

std::optional<PanelStart> panelToStart(const PanelLayout& layout, const PanelLayout& before) {
    const Outputs& outputs = layout.outputs;
    const auto driven =
        std::ranges::count_if(outputs, [](const PanelOutput& each) { return each.connected && each.area; });
    if (driven == 0) {
        for (const bool primary : {true, false})
            for (const PanelOutput& output : outputs)
                if (output.connected && output.primary == primary)
                    if (auto plan = start(output, outputs)) return plan;
        return std::nullopt;
    }
    if (driven > 1) return std::nullopt; // somebody has arranged them
    const PanelOutput& only = *firstOf(outputs, [](const PanelOutput& each) { return each.connected && each.area; });
    const auto was = std::ranges::find(before.outputs, only.id, &PanelOutput::id);
    if (was == before.outputs.end() || was->connected) return std::nullopt;
    const auto plan = start(only, outputs);
    return plan && plan->mode.id != only.area->mode ? plan : std::nullopt;
}

} // namespace sightline
