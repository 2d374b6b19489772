#include "app/still.h"

#include <algorithm>

#include "app/comparison.h"
#include "app/day_for.h"
#include "app/open_source.h"
#include "app/page_name.h"
#include "app/room_copy.h"
#include "app/room_for.h"
#include "app/room_lock.h"
#include "app/update.h"
#include "app/update_privacy.h"
#include "app/version.h"
#include "app/wall_health.h"
#include "app/wall_privacy.h"
#include "data/sample.h"
#include "render/pages/document.h"
#include "render/utf8.h"

namespace sightline {

namespace {

Result<std::shared_ptr<const Comparison>> comparisonFor(const Snapshot& shown, const StillOptions& options, Day asOf) {
    if (!options.since.empty()) {
        const auto earlier = openSource({options.since, {}});
        if (!earlier) return tl::unexpected(earlier.error());
        return compareWith(**earlier, shown, asOf);
    }
    if (const auto earlier = earlierSample(options.source.sample)) return compareWith(*earlier, shown, asOf);
    return nullptr;
}

/// A snapshot's page has what a wall's has: a date that can be held to mark a meeting, say.
SourceState sourceOf(const StillOptions& options) {
    const std::string& path = options.source.snapshot;
    return {.expected = path.empty() ? path : std::filesystem::absolute(path).string(),
            .problem = {},
            .since = {},
            .loaded = {}};
}

/// What a picture can say of health: it is no wall that runs, but its program, memory and snapshot are real.
HealthState ownHealth(const Snapshot& snapshot, const StillOptions& options) {
    WallStatus status;
    status.wall = {.version = kVersion,
                   .process = thisProcess(),
                   .started = thisMoment(),
                   .source = options.source.snapshot,
                   .sample = options.source.sample,
                   .configuration = {},
                   .notTaken = {}};
    status.counts.panel = options.size;
    status.counts.diagonalIn = roomFor(options.size, options.viewing, std::nullopt).diagonalIn;
    status.shown = shownSnapshot(snapshot, thisMoment());
    return healthStateOf(status, memoryOf(status.wall.process.pid), thisMoment());
}

Result<UiState> stateFor(const StillOptions& options, const View& view, const Targets& targets) {
    if (options.occasion) {
        if (auto state = stateOn(*options.occasion, view, targets)) return std::move(*state);
        return fail(FailureKind::Missing, "--page", "The snapshot holds no such page.");
    }
    const UiState state = update({}, OpenPage{options.page}, &view.checklist(), targets);
    if (state.here == options.page) return state;
    return fail(FailureKind::Missing, "--page " + pageName(options.page), "The snapshot holds no such page.");
}

/// A picture of another day, or of a sample, is to be the same whenever it is made.
std::string clockFor(const StillOptions& options) {
    return options.viewing.asOf || !options.source.sample.empty() ? "12:00" : clockNow();
}

/// The curtain, or the keypad in one of its states.
void cover(UiState& state, const StillOptions& options) {
    state.opened = options.opened;
    if (options.over.empty()) return;
    if (options.over == "curtain") return updatePrivacy(state, DrawCurtain{true});
    state.pin.asked = true;
    if (options.over == "pin:typed") state.pin.typed = 4;
    if (options.over == "pin:wrong") state.pin.note = PinNote::Wrong, state.pin.freeTries = 2;
    if (options.over == "pin:wait") state.pin.note = PinNote::Wrong, state.pin.waitSeconds = toldWait(kLongestWait);
}

} // namespace

Result<std::unique_ptr<Still>> Still::build(const StillOptions& options) {
    if (options.source.snapshot.empty() && options.source.sample.empty()) return withoutSnapshot(options);
    auto source = openSourceWithPictures(options.source);
    if (!source) return tl::unexpected(source.error());
    std::unique_ptr<Still> still(new Still);
    still->snapshot_ = std::move(source->snapshot);
    still->room_ = roomFor(options.size, options.viewing, std::nullopt);
    const PrivacyOptions privacy;
    const auto closed = closedCopyOf(still->snapshot_, privacy);
    still->closed_ = closed;
    if (!options.opened) still->snapshot_ = closed;
    const Snapshot& shown = *still->snapshot_;
    View view = makeView(&shown, dayFor(options.viewing.asOf, &shown), sourceOf(options));
    auto wanted = stateFor(options, view, still->targets_);
    if (!wanted) return tl::unexpected(wanted.error());
    UiState state = std::move(*wanted);
    still->page_ = state.here;

    for (std::size_t at = 0; at < options.query.size();)
        state = update(state, TypeCharacter{decodeUtf8(options.query, at)}, &shown.checklist, still->targets_);

    auto comparison = comparisonFor(shown, options, view.asOf);
    if (!comparison) return tl::unexpected(comparison.error());
    view.comparison = options.opened ? std::move(*comparison) : closedCopyOf(*comparison, privacy);
    view.closed = &closed->checklist;
    view.pinSet = true;
    view.clock = clockFor(options);
    cover(state, options);
    if (state.here.page == Page::Search) view.search = SearchIndex::build(still->snapshot_);
    std::u32string characters;
    std::ranges::set_union(charactersFor(&shown, view.comparison.get()),
                           view.search ? charactersOnPages(shown.checklist) : std::u32string(),
                           std::back_inserter(characters));
    refreshView(view, state, nullptr);
    still->takePicture(state, source->pictures);
    view.shelf = &still->shelf_;
    if (state.here.page == Page::Health) view.health = ownHealth(shown, options);
    still->frame_.setFonts(bakeFonts(still->room_, characters));
    still->frame_.build(view, state, lookOf(options.viewing.theme), still->room_, still->targets_);
    return still;
}

std::unique_ptr<Still> Still::withoutSnapshot(const StillOptions& options) {
    std::unique_ptr<Still> still(new Still);
    still->room_ = roomFor(options.size, options.viewing, std::nullopt);
    const UiState state = update({}, OpenPage{options.page}, nullptr, still->targets_);
    const View view = makeView(nullptr, Day{}, {});
    still->frame_.setFonts(bakeFonts(still->room_, charactersFor(nullptr)));
    still->frame_.build(view, state, lookOf(options.viewing.theme), still->room_, still->targets_);
    return still;
}

void Still::takePicture(const UiState& state, const PictureSource& pictures) {
    const Document* document =
        state.here.page == Page::EvidenceItem ? documentOf(snapshot_->checklist, state.here.item) : nullptr;
    if (document == nullptr) return;
    const int number = openPageOf(*document, state.here);
    const DocumentPage& page = document->pages[static_cast<std::size_t>(number) - 1];
    auto decoded = pictures(*document, page).and_then([&](const std::string& png) { return decodePage(png, page); });
    if (!decoded) {
        shelf_.putProblem({document->id, number}, decoded.error().sentence);
        return;
    }
    picture_ = std::move(*decoded);
    picturePlace_ = shelf_.put({document->id, number}, picture_->pixels.size()).place;
}

void Still::giveTo(GlTarget& target) {
    target.setAtlas(frame_.takeAtlas());
    if (picture_) target.setPicture(picturePlace_, *picture_);
}

} // namespace sightline
