#include "app/wall.h"

#include <algorithm>

#include "app/clock_text.h"
#include "app/day_for.h"
#include "app/meeting.h"
#include "app/reveal.h"
#include "app/status_line.h"
#include "app/thread_time.h"
#include "app/update.h"
#include "app/update_privacy.h"
#include "app/wall_health.h"
#include "app/wall_privacy.h"

namespace sightline {

namespace {

/// A moving list is drawn this often and no more.
constexpr Seconds kFrameTime = 1.0 / 60;
/// Where the day follows the clock, it is looked at this often: the clock may be set, or the machine may have slept.
constexpr Seconds kDayCheck = 60;
constexpr Seconds kForEver = 3600;
/// Whether the graphics card was reset is asked this often: until then the panel may be black.
constexpr Seconds kLostCheck = 2;
/// The health page is looked over this often while it is open.
constexpr Seconds kHealthPause = 5;
/// A loader that takes longer than this leaves the window in the ground colour meanwhile.
constexpr Seconds kPatience = 0.3;

} // namespace

Wall::Wall(const ShowOptions& options, const Room& room, WallIdentity identity, std::filesystem::path folder,
           const WallParts& parts)
    : options_(options), look_(lookOf(options.viewing.theme, options.scheme)), room_(room),
      identity_(std::move(identity)), parts_(parts), pages_(parts.target, Window::wake), idle_(options.idleSeconds),
      meetingClock_(options.meetingMinutes), turner_(options.rotation, options.idleSeconds),
      screen_(options, parts.window, parts.log, parts.trace), owners_(ownersHiddenAfter(options), 0),
      lock_(options.privacy.pin, std::move(folder), Window::wake), watchdog_(parts.notify.patience()),
      trial_(parts.setting.confirmAfter), started_(parts.window.now()) {
    counts_.renderer = parts.target.rendererName();
    counts_.panel = {room.width, room.height};
    counts_.diagonalIn = room.diagonalIn;
    counts_.connected = parts.window.connected();
    touch_.configure({.slop = room_.px(kSlopMm)});
    state_.ownersHidden = options.privacy.hideOwners;
}

ExitCode Wall::run() {
    resized();
    receive();
    while (!parts_.window.closed() && !parts_.stop.raised()) {
        const Seconds now = parts_.window.now();
        if (isLost(now)) return kTryAgain;
        if (arrived_ && !reasons_.empty() && now >= lastFrame_ + kFrameTime)
            draw();
        else if (!arrived_ && !visible_ && now >= started_ + kPatience)
            showGround();
        settle();
        showLife(now);
        for (const WindowEvent& event : parts_.window.wait(sleepFor(parts_.window.now()))) handle(event);
        receive();
        receivePage();
        receivePin();
        passTime(parts_.window.now());
    }
    parts_.loader.setPeace(true);
    parts_.notify.stopping();
    return kFine;
}

/// Whether the graphics card was reset. Whoever starts the wall starts it again, which is the whole cure; what was
/// drawn when it happened is not cleared of it.
bool Wall::isLost(Seconds now) {
    if (now < lostCheck_) return false;
    lostCheck_ = now + kLostCheck;
    if (!parts_.window.lost()) return false;
    parts_.log.say(LogTopic::Display, LogLevel::Error,
                   "The graphics card was reset. The wall ends, so that it is started again.");
    return true;
}

void Wall::settle() {
    if (!unsettled_ || !reasons_.empty() || touch_.gliding() || touch_.active() || pages_.waiting()) return;
    unsettled_ = false;
    parts_.trace.settled();
    parts_.loader.report(counts_);
}

/// Tells the service manager that the wall is well. Nothing says so but this loop, when it comes round: the picture is
/// on the panel, no frame that is wanted is missing, and the loader has answered since the last time.
void Wall::showLife(Seconds now) {
    if (counts_.frames == 0 || !reasons_.empty() || !watchdog_.due(now)) return;
    if (!parts_.loader.answered()) return;
    parts_.notify.alive();
    parts_.loader.ask();
}

Seconds Wall::sleepFor(Seconds now) const {
    if (!arrived_) return visible_ ? kForEver : std::max(0.0, started_ + kPatience - now);
    if (pageCame_) return 0;
    Seconds until = now + kForEver;
    if (dayCanChange()) {
        const auto left = untilNextDay(parts_.clock.now());
        until = now + std::min(kDayCheck, static_cast<Seconds>(left.count()));
    }
    const auto sooner = [&until](std::optional<Seconds> moment) {
        if (moment) until = std::min(until, *moment);
    };
    if (parts_.window.canBeLost()) sooner(lostCheck_);
    if (!reasons_.empty() || touch_.gliding()) sooner(lastFrame_ + kFrameTime);
    sooner(touch_.deadline());
    if (counts_.frames > 0) sooner(watchdog_.deadline());
    sooner(trial_.deadline());
    if (!isHome(state_) && !state_.rotation) sooner(idle_.deadline(now));
    sooner(modesDeadline());
    if (state_.here.page == Page::Health) sooner(healthMade_ + kHealthPause);
    sooner(screen_.deadline());
    sooner(privacyDeadline(now));
    return std::max(0.0, until - now);
}

void Wall::carryOut(const Command& command, const Target* target) {
    if (target != nullptr) traceTap(*target);
    if (std::holds_alternative<StayHere>(command)) parts_.trace.idle("stay");
    if (std::holds_alternative<MarkMeeting>(command)) parts_.loader.markMeeting();
    UiState next = update(state_, command, checklist(), targets_);
    lock_.follow(state_, next, command);
    become(std::move(next), Why::Input);
}

/// Any difference is a reason for a frame; no difference is none.
void Wall::become(UiState next, Why why) {
    if (next == state_) return;
    const UiState before = std::exchange(state_, std::move(next));
    reasons_.add(why);
    noteModes(before);
    tellPrivacy(before);
    if (state_.here == before.here) return;
    touch_.abandon();
    parts_.trace.page(state_.here);
    if (state_.here.page == Page::Health) makeHealth();
}

void Wall::receive() {
    auto arrival = parts_.loader.take();
    if (!arrival) return;
    const double before = threadMilliseconds();
    receive(std::move(*arrival));
    parts_.trace.received(threadMilliseconds() - before);
}

void Wall::receive(Arrival arrival) {
    // The loader compares anew when a day begins, and may be the first to notice it: that is still a reason to draw.
    const bool otherDay = arrived_ && day() != view_.asOf;
    if (otherDay) reasons_.add(Why::Date);
    if (arrival.fonts) {
        frame_.setFonts(std::move(*arrival.fonts));
        arrival.fonts.reset();
        const AtlasPixels atlas = frame_.takeAtlas();
        if (!atlas.pixels.empty()) parts_.target.setAtlas(atlas);
        reasons_.add(Why::Fonts);
    }
    const bool other = arrival.snapshot != arrival_.snapshot;
    if (other) trial_.begin(arrival.onTrial);
    if (!other && arrival_.onTrial && !arrival.onTrial) parts_.trace.confirmed();
    const bool refused = arrival.problem != arrival_.problem;
    const bool problem = refused || arrival.trust != arrival_.trust;
    const bool same = arrived_ && !other && !otherDay && !problem && arrival.loaded == arrival_.loaded &&
                      arrival.counted == arrival_.counted;
    if (arrival.comparison != arrival_.comparison) reasons_.add(Why::Snapshot);
    if (arrival.search != arrival_.search && state_.here.page == Page::Search) reasons_.add(Why::Snapshot);
    Arrival old = std::exchange(arrival_, std::move(arrival));
    if (!arrived_) reasons_.add(Why::Start);
    if (other) reasons_.add(Why::Snapshot);
    if (problem) reasons_.add(Why::Problem);
    if (refused && !arrival_.problem.empty()) parts_.trace.refused(arrival_.problem);
    if (!arrived_) parts_.trace.page(state_.here);
    arrived_ = true;
    // Counting a large snapshot again because there is now an index of it would delay a frame.
    if (same)
        completeView();
    else
        remakeView();
    if (old.search != arrival_.search && arrival_.search) parts_.trace.searchable(arrival_.search->entries());
    parts_.notify.status(statusLine(arrival_, screen_.dark() ? screen_.words() : ""));
    if (other && arrival_.snapshot) {
        parts_.trace.snapshotShown(arrival_.snapshot->meta.sequence, arrival_.snapshot->digest);
        become(settleOn(state_, checklist()), Why::Snapshot);
    }
    if (other) pages_.drop();
    parts_.loader.retire(std::make_shared<const Arrival>(std::move(old)));
}

/// One page at a time, so that handing them to OpenGL never takes longer than one of them does.
void Wall::receivePage() {
    if (!arrived_) return;
    pages_.follow(state_.here, shown().snapshot, arrival_.pictures);
    const DocumentPages::Received page = pages_.receive();
    pageCame_ = page.any;
    if (page.seen) reasons_.add(Why::Picture);
}

void Wall::remakeView() {
    const Day clockDay = localDay(parts_.clock.now());
    SourceState source{.expected = identity_.source,
                       .problem = arrival_.problem,
                       .since = {},
                       .loaded = {},
                       .notTaken = identity_.notTaken,
                       .signature = arrival_.trust.signature,
                       .expired = arrival_.trust.expired,
                       .clock = arrival_.trust.clock,
                       .lacking = arrival_.lacking};
    if (!arrival_.problem.empty()) source.since = clockText(arrival_.since, clockDay);
    if (arrival_.snapshot) source.loaded = clockText(arrival_.loaded, clockDay);
    const RoomCopy copy = shown();
    view_ = makeView(copy.snapshot.get(), day(), std::move(source), copy.counted);
    completeView();
    if (state_.here.page == Page::Health) makeHealth();
}

/// What the loader makes of a snapshot while it is on the wall already.
void Wall::completeView() {
    const RoomCopy copy = shown();
    view_.comparison = copy.comparison;
    view_.search = copy.search;
    view_.shelf = &pages_.shelf();
    view_.closed = arrival_.closed.snapshot ? &arrival_.closed.snapshot->checklist : nullptr;
    view_.pinSet = lock_.hasPin();
    view_.clock = clockNow();
    viewFor_.reset();
}

/// Whether the day looked at follows the clock.
bool Wall::dayCanChange() const {
    return day() != view_.asOf || (!options_.viewing.asOf && options_.source.sample.empty());
}

void Wall::makeHealth() {
    WallStatus status{.wall = identity_,
                      .counts = counts_,
                      .shown = std::nullopt,
                      .problem = arrival_.problem,
                      .problemSince = std::chrono::floor<std::chrono::seconds>(arrival_.since),
                      .keys = arrival_.trust.keys,
                      .warnings = arrival_.trust.warnings(),
                      .events = arrival_.events,
                      .ended = std::nullopt};
    if (arrival_.snapshot)
        status.shown = shownSnapshot(*arrival_.snapshot, std::chrono::floor<std::chrono::seconds>(arrival_.loaded));
    view_.health = healthStateOf(status, memoryOf(identity_.process.pid), thisMoment());
    healthMade_ = parts_.window.now();
}

/// While the health page is open, what it says is looked over now and then. That this page itself was drawn is no news.
void Wall::passHealth(Seconds now) {
    if (state_.here.page != Page::Health || now < healthMade_ + kHealthPause) return;
    HealthState before = std::move(view_.health);
    makeHealth();
    const auto frames = [](HealthState& health) -> HealthSection& { return health.wall.back(); };
    frames(before) = frames(view_.health);
    if (before != view_.health) reasons_.add(Why::Health);
}

Day Wall::day() const { return dayFor(options_.viewing.asOf, arrival_.snapshot.get(), localDay(parts_.clock.now())); }

void Wall::passTime(Seconds now) {
    if (!arrived_) return;
    touch_.expire(now);
    if (touch_.gliding()) become(touch_.advance(now, state_, targets_), Why::Scroll);
    passIdle(now);
    passMeeting(now);
    passRotation(now);
    passDay();
    passHealth(now);
    if (counts_.frames > 0) passScreen(now);
    if (trial_.due(now)) parts_.loader.confirm(arrival_.snapshot->digest);
    passPrivacy(now);
}

void Wall::passIdle(Seconds now) {
    if (isHome(state_) || state_.rotation) return;
    if (idle_.due(now)) {
        parts_.trace.idle("home");
        pages_.drop();
        touch_.abandon();
        become(homeAlone(state_), Why::Timer);
        return;
    }
    if (state_.curtain) return;
    UiState next = state_;
    next.idleSecondsLeft = idle_.secondsLeft(now);
    if (next.idleSecondsLeft == state_.idleSecondsLeft) return;
    if (state_.idleSecondsLeft == 0) {
        parts_.trace.idle("notice");
        touch_.abandon();
        next.pressed = 0;
    }
    become(std::move(next), Why::Timer);
}

void Wall::passDay() {
    if (day() == view_.asOf) return;
    remakeView();
    reasons_.add(Why::Date);
}

void Wall::draw() {
    if (screen_.dark()) return leaveDark();
    const Seconds begun = parts_.window.now();
    const double before = threadMilliseconds();
    build();
    const double built = threadMilliseconds() - before;
    if (!visible_) parts_.window.show();
    if (parts_.setting.beforeFrame && arrival_.snapshot) parts_.setting.beforeFrame(*arrival_.snapshot);
    parts_.target.paint(frame_.drawData(), room_.width, room_.height, look_.ground.rgb, screen_.shift().at());
    parts_.window.swap();
    const bool first = counts_.frames++ == 0;
    for (std::size_t i = 0; i < counts_.why.size(); ++i)
        if (reasons_.has(static_cast<Why>(i))) ++counts_.why[i];
    visible_ = true;
    lastFrame_ = begun;
    trial_.drawn(begun);
    parts_.trace.frame(reasons_, static_cast<int>(counts_.frames), (parts_.window.now() - begun) * 1000, built,
                       view_.snapshot);
    reasons_.clear();
    if (first) {
        parts_.trace.ready();
        parts_.notify.ready();
    }
    unsettled_ = true;
}

/// Builds the page. What only the layout knows (how far a list can scroll, whether the focused thing is there) may
/// change the state; then it is built once more.
void Wall::build() {
    constexpr int kTries = 3;
    for (int i = 0; i < kTries; ++i) {
        refreshView(view_, state_, viewFor_ ? &*viewFor_ : nullptr);
        viewFor_ = state_;
        frame_.build(view_, state_, look_, room_, targets_);
        UiState next = revealPointed(clampScrolls(state_, targets_), targets_);
        if (next.focus != 0 && targets_.find(next.focus) == nullptr) next.focus = targets_.next(0, false);
        if (next == state_) return;
        state_ = std::move(next);
    }
}

} // namespace sightline
