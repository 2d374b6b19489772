// What the wall does about the panel it is on.
#include "app/option_words.h"
#include "app/room_for.h"
#include "app/status_line.h"
#include "app/update_privacy.h"
#include "app/wall.h"

namespace sightline {

void Wall::resized() {
    const Room room = roomFor(parts_.window.size(), options_.viewing, parts_.window.diagonal());
    if (room == room_) return;
    room_ = room;
    counts_.panel = {room.width, room.height};
    counts_.diagonalIn = room.diagonalIn;
    if (visible_) {
        ++counts_.displayChanges;
        counts_.displayChanged = thisMoment();
        parts_.log.say(LogTopic::Display, LogLevel::Notice, "The panel is now " + sizeWord(counts_.panel) + " pixels.");
        parts_.trace.panel(counts_.connected, room_.width, room_.height);
    }
    touch_.configure({.slop = room_.px(kSlopMm)});
    touch_.abandon();
    parts_.loader.setRoom(room_);
    reasons_.add(Why::Resize);
}

/// The window is over the panel already, or will be told its new size in a moment.
void Wall::panelChanged() {
    if (const bool there = parts_.window.connected(); there != counts_.connected) {
        counts_.connected = there;
        parts_.log.say(LogTopic::Display, there ? LogLevel::Notice : LogLevel::Warning,
                       there ? "The panel is plugged in." : "The panel was unplugged.");
        unsettled_ = true; // so that the record is told
    }
    resized();
    parts_.trace.panel(counts_.connected, room_.width, room_.height);
    screen_.panelChanged();
    reasons_.add(Why::Damage);
}

void Wall::passScreen(Seconds now) {
    const bool wanted = state_.idleSecondsLeft > 0 || state_.meeting;
    const WallScreen::Passed passed = screen_.pass(now, wanted, touch_.active() || touch_.gliding());
    if (passed.woke) reasons_.add(Why::Screen);
    if (passed.moved) reasons_.add(Why::Shift);
    if (passed.wentDark) {
        become(homeAlone(state_), Why::Timer);
        pages_.drop();
        touch_.abandon();
        leaveDark();
    }
    if (std::string words = screen_.words(); words != counts_.screen) {
        counts_.screen = std::move(words);
        parts_.notify.status(statusLine(arrival_, screen_.dark() ? counts_.screen : ""));
        parts_.loader.report(counts_);
    }
}

/// What happens while the panel is off is drawn when it is on again. Should it be lit all the same, it is black.
void Wall::leaveDark() {
    parts_.target.paint(nullptr, room_.width, room_.height, 0);
    parts_.window.swap();
    reasons_.clear();
}

void Wall::showGround() {
    parts_.window.show();
    parts_.target.paint(nullptr, room_.width, room_.height, look_.ground.rgb);
    parts_.window.swap();
    visible_ = true;
}

} // namespace sightline
