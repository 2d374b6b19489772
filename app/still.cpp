#include "app/still.h"

#include "app/day_for.h"
#include "app/page_name.h"
#include "app/room_for.h"
#include "app/update.h"

namespace sightline {

Result<std::unique_ptr<Still>> Still::build(std::shared_ptr<const Snapshot> snapshot, const StillOptions& options) {
    std::unique_ptr<Still> still(new Still);
    still->snapshot_ = std::move(snapshot);
    still->room_ = roomFor(options.size, options.viewing, std::nullopt);
    const Snapshot& shown = *still->snapshot_;
    UiState state = update({}, OpenPage{options.page}, &shown.checklist, still->targets_);
    if (state.here != options.page)
        return fail(FailureKind::Missing, "--page " + pageName(options.page), "The snapshot holds no such page.");

    View view = makeView(&shown, dayFor(options.viewing.asOf, &shown), {});
    refreshView(view, state, nullptr);
    still->frame_.setFonts(bakeFonts(still->room_, charactersFor(&shown)));
    still->frame_.build(view, state, lookOf(options.viewing.theme), still->room_, still->targets_);
    return still;
}

} // namespace sightline
