// Loaded into the wall before its libraries (LD_PRELOAD), this plays a panel that can be turned off and unplugged: no X
// server without a graphics card has one. In the folder that FAKE_DISPLAY names, `panel` takes a line for everything
// that DPMS is told; while there is a file `unplugged` no output is connected, and while there is a file `gone` no
// output can be asked what drives it.
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <string>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>
#include <X11/extensions/dpms.h>

namespace {

std::string place(const char* name) {
    const char* folder = std::getenv("FAKE_DISPLAY");
    return std::string(folder == nullptr ? "/nowhere" : folder) + "/" + name;
}

bool is(const char* name) { return access(place(name).c_str(), F_OK) == 0; }

int told(const std::string& line) {
    if (std::FILE* file = std::fopen(place("panel").c_str(), "ae")) {
        std::fprintf(file, "%s\n", line.c_str());
        std::fclose(file);
    }
    return 1;
}

/// What the fake panel is, between two calls of the one program that has it.
struct Level {
    CARD16 now = DPMSModeOn;
    bool enabled = false;
};
Level& level() {
    static Level kept;
    return kept;
}

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int DPMSQueryExtension(Display*, int*, int*) { return 1; }
int DPMSCapable(Display*) { return 1; }

int DPMSInfo(Display*, CARD16* now, BOOL* enabled) {
    *now = level().now;
    *enabled = level().enabled ? 1 : 0;
    return 1;
}

int DPMSGetTimeouts(Display*, CARD16* standby, CARD16* suspend, CARD16* off) {
    *standby = 100;
    *suspend = 200;
    *off = 300;
    return 1;
}

int DPMSSetTimeouts(Display*, CARD16 standby, CARD16 suspend, CARD16 off) {
    return told("timeouts " + std::to_string(standby) + " " + std::to_string(suspend) + " " + std::to_string(off));
}

int DPMSEnable(Display*) {
    level().enabled = true;
    return told("enable");
}

int DPMSDisable(Display*) {
    level().enabled = false;
    return told("disable");
}

int DPMSForceLevel(Display*, CARD16 wanted) {
    level().now = wanted;
    return told(wanted == DPMSModeOn ? "on" : wanted == DPMSModeOff ? "off" : "something else");
}

XRROutputInfo* XRRGetOutputInfo(Display* display, XRRScreenResources* resources, RROutput output) {
    auto* info = real<decltype(&XRRGetOutputInfo)>("XRRGetOutputInfo")(display, resources, output);
    if (info != nullptr && is("unplugged")) {
        info->connection = RR_Disconnected;
        info->nmode = 0;
    }
    return info;
}

XRRCrtcInfo* XRRGetCrtcInfo(Display* display, XRRScreenResources* resources, RRCrtc crtc) {
    if (is("gone")) crtc = ~RRCrtc{0} >> 35U; // there is none of this number, and the server says so with an error
    return real<decltype(&XRRGetCrtcInfo)>("XRRGetCrtcInfo")(display, resources, crtc);
}

} // extern "C"
