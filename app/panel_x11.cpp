#include "app/panel_x11.h"

#include <algorithm>

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

namespace sightline {

namespace {

/// What Xlib gives back has a function of its own that frees it.
template <class Value, void (*Free)(Value*)>
struct FreeWith {
    void operator()(Value* value) const { Free(value); }
};
using Resources = std::unique_ptr<XRRScreenResources, FreeWith<XRRScreenResources, XRRFreeScreenResources>>;
using OutputInfo = std::unique_ptr<XRROutputInfo, FreeWith<XRROutputInfo, XRRFreeOutputInfo>>;
using CrtcInfo = std::unique_ptr<XRRCrtcInfo, FreeWith<XRRCrtcInfo, XRRFreeCrtcInfo>>;

constexpr double kMmPerInch = 25.4;
/// What windows are told of the density of a panel that does not say its size.
constexpr double kDotsPerInch = 96;

::Window rootOf(::Display* display) { return DefaultRootWindow(display); }

/// RandR 1.3 can tell what it knows without asking every output, which takes a moment.
bool canAsk(::Display* display) {
    int base = 0;
    int errors = 0;
    int major = 0;
    int minor = 0;
    return XRRQueryExtension(display, &base, &errors) != 0 && XRRQueryVersion(display, &major, &minor) != 0 &&
           (major > 1 || (major == 1 && minor >= 3));
}

std::vector<PanelMode> modesOf(const XRRScreenResources& resources, const XRROutputInfo& output) {
    std::vector<PanelMode> modes;
    for (int i = 0; i < output.nmode; ++i)
        for (int j = 0; j < resources.nmode; ++j)
            if (const XRRModeInfo& mode = resources.modes[j]; mode.id == output.modes[i] && mode.width > 0)
                modes.push_back({mode.id, {static_cast<int>(mode.width), static_cast<int>(mode.height)}});
    return modes;
}

/// Of any of it there may be nothing: it can go while it is being asked about.
std::optional<PanelOutput> outputOf(::Display* display, XRRScreenResources* resources, RROutput id, RROutput primary) {
    const OutputInfo info(XRRGetOutputInfo(display, resources, id));
    if (!info) return std::nullopt;
    PanelOutput output{.id = id,
                       .name = info->name == nullptr ? "" : info->name,
                       .connected = info->connection != RR_Disconnected,
                       .primary = id == primary,
                       .millimetres = {static_cast<int>(info->mm_width), static_cast<int>(info->mm_height)},
                       .modes = modesOf(*resources, *info),
                       .preferred = static_cast<std::size_t>(std::max(info->npreferred, 0)),
                       .crtcs = std::vector<unsigned long>(info->crtcs, info->crtcs + info->ncrtc),
                       .area = std::nullopt};
    const CrtcInfo crtc(info->crtc == 0 ? nullptr : XRRGetCrtcInfo(display, resources, info->crtc));
    if (!crtc || crtc->mode == 0 || crtc->width == 0 || crtc->height == 0) return output;
    output.area = PanelArea{
        info->crtc, crtc->mode, crtc->x, crtc->y, {static_cast<int>(crtc->width), static_cast<int>(crtc->height)}};
    if ((crtc->rotation & (RR_Rotate_90 | RR_Rotate_270)) != 0)
        std::swap(output.millimetres.width, output.millimetres.height);
    return output;
}

Size spaceOf(::Display* display) {
    XWindowAttributes root{};
    if (XGetWindowAttributes(display, rootOf(display), &root) == 0) return {};
    return {root.width, root.height};
}

PanelLayout layoutOf(::Display* display, bool canAskRandr) {
    PanelLayout layout;
    const Resources resources(canAskRandr ? XRRGetScreenResourcesCurrent(display, rootOf(display)) : nullptr);
    if (!resources) return layout;
    const RROutput primary = XRRGetOutputPrimary(display, rootOf(display));
    for (int i = 0; i < resources->noutput; ++i)
        if (auto output = outputOf(display, resources.get(), resources->outputs[i], primary))
            layout.outputs.push_back(std::move(*output));
    return layout;
}

/// EWMH: a window manager that looks after full screen names a window of its own on the root window.
bool isManaged(::Display* display) {
    Atom type = 0;
    int format = 0;
    unsigned long count = 0;
    unsigned long left = 0;
    unsigned char* value = nullptr;
    const Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
    XGetWindowProperty(display, rootOf(display), check, 0, 1, False, XA_WINDOW, &type, &format, &count, &left, &value);
    if (value != nullptr) XFree(value);
    return count > 0;
}

void stopCrtc(::Display* display, XRRScreenResources* resources, RRCrtc crtc) {
    XRRSetCrtcConfig(display, resources, crtc, CurrentTime, 0, 0, 0, RR_Rotate_0, nullptr, 0);
}

/// What drives an output now must stop first: the space may become smaller than its picture.
void start(::Display* display, const PanelStart& plan, const PanelLayout& layout) {
    const Resources resources(XRRGetScreenResourcesCurrent(display, rootOf(display)));
    if (!resources) return;
    for (const PanelOutput& output : layout.outputs)
        if (output.area) stopCrtc(display, resources.get(), output.area->crtc);
    const Size size = plan.mode.size;
    const auto millimetres = [](int known, int pixels) {
        return known > 0 ? known : static_cast<int>(pixels / kDotsPerInch * kMmPerInch);
    };
    XRRSetScreenSize(display, rootOf(display), size.width, size.height, millimetres(plan.millimetres.width, size.width),
                     millimetres(plan.millimetres.height, size.height));
    RROutput output = plan.output;
    XRRSetCrtcConfig(display, resources.get(), plan.crtc, CurrentTime, 0, 0, plan.mode.id, RR_Rotate_0, &output, 1);
    XSync(display, False);
}

} // namespace

struct PanelX11::Inside {
    ::Display* display = nullptr;
    bool canAskRandr = false;
    int screenChange = 0; ///< the type of RandR's first event
    PanelLayout layout;
    PanelLayout before; ///< as it was when a panel was last started or found right
    Panel panel;

    void look() {
        layout = layoutOf(display, canAskRandr);
        if (const auto now = panelOf(layout))
            panel = *now;
        else
            panel.connected = false;
    }
};

std::unique_ptr<PanelX11> PanelX11::open() {
    ::Display* display = XOpenDisplay(nullptr);
    if (display == nullptr) return nullptr;
    tolerateX11Errors();
    std::unique_ptr<PanelX11> panel(new PanelX11);
    panel->inside_ = std::make_unique<Inside>();
    Inside& inside = *panel->inside_;
    inside.display = display;
    inside.canAskRandr = canAsk(display);
    if (inside.canAskRandr) {
        int errors = 0;
        XRRQueryExtension(display, &inside.screenChange, &errors);
        XRRSelectInput(display, rootOf(display),
                       RRScreenChangeNotifyMask | RRCrtcChangeNotifyMask | RROutputChangeNotifyMask);
    }
    inside.panel.size = spaceOf(display);
    inside.look();
    inside.before = inside.layout;
    return panel;
}

PanelX11::~PanelX11() {
    if (inside_ && inside_->display != nullptr) XCloseDisplay(inside_->display);
}

const Panel& PanelX11::panel() const { return inside_->panel; }
_XDisplay* PanelX11::connection() const { return inside_->display; }

bool PanelX11::pass(bool certain) {
    if (certain) XSync(inside_->display, False);
    bool told = false;
    while (XPending(inside_->display) > 0) {
        XEvent event;
        XNextEvent(inside_->display, &event);
        const bool ours = event.type == inside_->screenChange + RRScreenChangeNotify ||
                          event.type == inside_->screenChange + RRNotify;
        if (!inside_->canAskRandr || !ours) continue;
        XRRUpdateConfiguration(&event);
        told = true;
    }
    if (told) inside_->look();
    return told;
}

void PanelX11::drive() {
    if (!inside_->canAskRandr) return;
    if (const auto plan = panelToStart(inside_->layout, inside_->before); plan && !isManaged(inside_->display)) {
        start(inside_->display, *plan, inside_->layout);
        pass(true);
    }
    inside_->before = inside_->layout;
}

void tolerateX11Errors() {
    XSetErrorHandler([](::Display*, XErrorEvent*) { return 0; });
}

void muteMonitors(_XDisplay* glfw) {
    if (!canAsk(glfw)) return;
    XRRSelectInput(glfw, rootOf(glfw), RRScreenChangeNotifyMask);
    XSync(glfw, False);
}

void askFullScreen(_XDisplay* glfw, unsigned long window, bool shown) {
    const Atom state = XInternAtom(glfw, "_NET_WM_STATE", False);
    const Atom fullScreen = XInternAtom(glfw, "_NET_WM_STATE_FULLSCREEN", False);
    if (!shown) {
        constexpr int kAtomBits = 32;
        const auto* value = reinterpret_cast<const unsigned char*>(&fullScreen);
        XChangeProperty(glfw, window, state, XA_ATOM, kAtomBits, PropModeReplace, value, 1);
        return;
    }
    if (!isManaged(glfw)) return;
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = window;
    event.xclient.message_type = state;
    event.xclient.format = 32;
    event.xclient.data.l[0] = 1; // _NET_WM_STATE_ADD
    event.xclient.data.l[1] = static_cast<long>(fullScreen);
    event.xclient.data.l[3] = 1; // an ordinary program
    XSendEvent(glfw, rootOf(glfw), False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
    XFlush(glfw);
}

} // namespace sightline
