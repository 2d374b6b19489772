#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.h"

namespace sightline {

/// A mode that an output offers.
struct PanelMode {
    unsigned long id = 0;
    Size size;
    bool operator==(const PanelMode&) const = default;
};

/// What drives an output: place and size of its picture in the window system's space, pixels, as it is turned.
struct PanelArea {
    unsigned long crtc = 0;
    unsigned long mode = 0;
    int x = 0;
    int y = 0;
    Size size;
    bool operator==(const PanelArea&) const = default;
};

/// A socket of the machine, as RandR tells of it.
struct PanelOutput {
    unsigned long id = 0;
    std::string name; ///< "HDMI-1"
    bool connected = false;
    bool primary = false;
    Size millimetres{0, 0}; ///< 0: not known
    std::vector<PanelMode> modes;
    std::size_t preferred = 0;        ///< so many of `modes`, from the first, are the ones it asks for
    std::vector<unsigned long> crtcs; ///< what could drive it
    std::optional<PanelArea> area;    ///< nothing: it is not driven
    bool operator==(const PanelOutput&) const = default;
};

/// All of them.
struct PanelLayout {
    std::vector<PanelOutput> outputs;
    bool operator==(const PanelLayout&) const = default;
};

/// The panel that the wall is on.
struct Panel {
    int x = 0;
    int y = 0;
    Size size;
    Size millimetres{0, 0}; ///< 0: not known
    bool connected = false;
    bool operator==(const Panel&) const = default;
};

/// The primary output that is driven, else another; one that is connected goes before one that was unplugged and is
/// driven still. Nothing: none is driven.
std::optional<Panel> panelOf(const PanelLayout& layout);

/// How an output is to be driven that shows nothing yet.
struct PanelStart {
    unsigned long output = 0;
    unsigned long crtc = 0;
    PanelMode mode;
    Size millimetres{0, 0};
    bool operator==(const PanelStart&) const = default;
};

/// Where nobody else looks after the outputs: a panel that is connected and shows nothing, or that was plugged in since
/// `before` and asks for another mode than it is given. Nothing: all is well, or nothing can be done.
std::optional<PanelStart> panelToStart(const PanelLayout& layout, const PanelLayout& before);

} // namespace sightline
