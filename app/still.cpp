#include "app/still.h"

#include <algorithm>

#include "app/comparison.h"
#include "app/configuration.h"
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

/// What the wall is set to whose page it is. A file that a wall would not take is refused here: nobody is to look at
/// the defaults for theirs.
Result<ShowOptions> wallFor(const StillOptions& options) {
    ShowOptions wall;
    wall.viewing = options.viewing;
    wall.given = options.given;
    if (options.config.empty()) return wall;
    const Configuration configuration = readConfiguration(options.config);
    if (!configuration.problems.empty()) return tl::unexpected(configuration.problems.front());
    return withConfiguration(std::move(wall), configuration);
}

std::shared_ptr<const Snapshot> withStaleSetting(std::shared_ptr<const Snapshot> snapshot, const StaleSetting& stale) {
    if (stale == StaleSetting{}) return snapshot;
    auto copy = std::make_shared<Snapshot>(*snapshot);
    applyStaleSetting(copy->checklist, stale);
    return copy;
}

Result<std::shared_ptr<const Comparison>> comparisonFor(const Snapshot& shown, const StillOptions& options,
                                                        const StaleSetting& stale, Day asOf) {
    if (!options.since.empty()) {
        const auto earlier = openSource({options.since, {}});
        if (!earlier) return tl::unexpected(earlier.error());
        return compareWith(*withStaleSetting(*earlier, stale), shown, asOf);
    }
    if (auto earlier = earlierSample(options.source.sample)) {
        applyStaleSetting(earlier->checklist, stale);
        return compareWith(*earlier, shown, asOf);
    }
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
HealthState ownHealth(const Snapshot& snapshot, const StillOptions& options, const Room& room) {
    WallStatus status;
    status.wall = {.version = kVersion,
                   .process = thisProcess(),
                   .started = thisMoment(),
                   .source = options.source.snapshot,
                   .sample = options.source.sample,
                   .configuration = options.config,
                   .notTaken = {}};
    status.counts.panel = options.size;
    status.counts.diagonalIn = room.diagonalIn;
    status.shown = shownSnapshot(snapshot, thisMoment());
    return healthStateOf(status, memoryOf(status.wall.process.pid), thisMoment());
}

Result<UiState> stateFor(const StillOptions& options, const ShowOptions& wall, const View& view,
                         const Targets& targets) {
    if (options.occasion) {
        if (auto state = stateOn(*options.occasion, wall, view, targets)) return std::move(*state);
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
    auto set = wallFor(options);
    if (!set) return tl::unexpected(set.error());
    const ShowOptions& wall = *set;
    if (options.source.snapshot.empty() && options.source.sample.empty()) return withoutSnapshot(options, wall);
    auto source = openSourceWithPictures(options.source);
    if (!source) return tl::unexpected(source.error());
    std::unique_ptr<Still> still(new Still);
    still->snapshot_ = withStaleSetting(std::move(source->snapshot), wall.stale);
    still->room_ = roomFor(options.size, wall.viewing, std::nullopt);
    still->look_ = lookOf(wall.viewing.theme, wall.scheme);
    const bool alone = options.occasion && options.occasion->kind == Occasion::Kind::Rotation;
    auto closed = closedCopyOf(still->snapshot_, wall.privacy);
    if (alone) closed = aloneCopyOf(closed, wall.privacy);
    still->closed_ = closed;
    if (!options.opened) still->snapshot_ = closed;
    const Snapshot& shown = *still->snapshot_;
    View view = makeView(&shown, dayFor(options.viewing.asOf, &shown), sourceOf(options));
    auto wanted = stateFor(options, wall, view, still->targets_);
    if (!wanted) return tl::unexpected(wanted.error());
    UiState state = std::move(*wanted);
    still->page_ = state.here;

    for (std::size_t at = 0; at < options.query.size();)
        state = update(state, TypeCharacter{decodeUtf8(options.query, at)}, &shown.checklist, still->targets_);

    auto comparison = comparisonFor(shown, options, wall.stale, view.asOf);
    if (!comparison) return tl::unexpected(comparison.error());
    view.comparison = options.opened ? std::move(*comparison) : closedCopyOf(*comparison, wall.privacy);
    if (alone) view.comparison = aloneCopyOf(view.comparison, wall.privacy);
    view.closed = &closed->checklist;
    view.pinSet = options.config.empty() || !wall.privacy.pin.empty();
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
    if (state.here.page == Page::Health) view.health = ownHealth(shown, options, still->room_);
    still->draw(view, state, characters);
    return still;
}

std::unique_ptr<Still> Still::withoutSnapshot(const StillOptions& options, const ShowOptions& wall) {
    std::unique_ptr<Still> still(new Still);
    still->room_ = roomFor(options.size, wall.viewing, std::nullopt);
    still->look_ = lookOf(wall.viewing.theme, wall.scheme);
    const UiState state = update({}, OpenPage{options.page}, nullptr, still->targets_);
    still->draw(makeView(nullptr, Day{}, {}), state, charactersFor(nullptr));
    return still;
}

void Still::draw(const View& view, const UiState& state, const std::u32string& characters) {
    frame_.setFonts(bakeFonts(room_, characters));
    frame_.build(view, state, look_, room_, targets_);
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
