#include "app/panel_power.h"

#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>
#include <X11/extensions/scrnsaver.h>

namespace sightline {

struct PanelPower::Inside {
    ::Display* display = nullptr;
    bool dpms = false;
    bool wasEnabled = false;
    unsigned short standby = 0;
    unsigned short suspend = 0;
    unsigned short off = 0;
    int saverSeconds = 0;
    int saverInterval = 0;
    int preferBlanking = 0;
    int allowExposures = 0;

    /// What the X server does by itself: blank, and turn off in three steps.
    void keep();
    void restore();
};

void PanelPower::Inside::keep() {
    XGetScreenSaver(display, &saverSeconds, &saverInterval, &preferBlanking, &allowExposures);
    XSetScreenSaver(display, 0, saverInterval, preferBlanking, allowExposures);
    int base = 0;
    int errors = 0;
    if (XScreenSaverQueryExtension(display, &base, &errors) != 0) XScreenSaverSuspend(display, True);
    XResetScreenSaver(display);
    dpms = DPMSQueryExtension(display, &base, &errors) != 0 && DPMSCapable(display) != 0;
    if (!dpms) return;
    CARD16 level = 0;
    BOOL enabled = 0;
    DPMSInfo(display, &level, &enabled);
    wasEnabled = enabled != 0;
    DPMSGetTimeouts(display, &standby, &suspend, &off);
    DPMSSetTimeouts(display, 0, 0, 0);
    if (!wasEnabled) DPMSEnable(display); // what is not enabled cannot be turned off
}

void PanelPower::Inside::restore() {
    XSetScreenSaver(display, saverSeconds, saverInterval, preferBlanking, allowExposures);
    if (dpms) {
        DPMSForceLevel(display, DPMSModeOn);
        DPMSSetTimeouts(display, standby, suspend, off);
        if (!wasEnabled) DPMSDisable(display);
    }
    XSync(display, False);
}

PanelPower::PanelPower(_XDisplay* connection) : inside_(std::make_unique<Inside>()) {
    inside_->display = connection;
    inside_->keep();
    turn(true); // a wall that was killed while it was off has left it so
    XSync(connection, False);
}

PanelPower::~PanelPower() { inside_->restore(); }

bool PanelPower::canTurnOff() const { return inside_->dpms; }

void PanelPower::turn(bool on) {
    if (!inside_->dpms) return;
    CARD16 level = 0;
    BOOL enabled = 0;
    DPMSInfo(inside_->display, &level, &enabled);
    if (enabled == 0) DPMSEnable(inside_->display);
    const CARD16 wanted = on ? DPMSModeOn : DPMSModeOff;
    if (level != wanted || enabled == 0) DPMSForceLevel(inside_->display, wanted);
    XFlush(inside_->display);
}

} // namespace sightline
