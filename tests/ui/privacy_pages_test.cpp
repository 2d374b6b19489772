#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/keyboard.h"
#include "app/room_copy.h"
#include "app/update.h"
#include "app/update_privacy.h"
#include "data/sample.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

/// The wall of Northmoor with an item that is marked, closed as it starts.
class PrivacyPages : public testing::Test {
protected:
    PrivacyPages()
        : full(std::make_shared<const Snapshot>(*sampleSnapshot("northmoor"))), closed(closedCopyOf(full, privacy)),
          builder(*closed, roomOf(1920, 1080)) {
        builder.view.closed = &closed->checklist;
        builder.view.pinSet = true;
        const auto found = std::ranges::find(full->checklist.evidence, "OFFICIAL-SENSITIVE", &Evidence::marking);
        marked = found->id;
        state.here = {Page::EvidenceItem, marked};
    }
    static Room roomOf(int width, int height) {
        Room room;
        room.width = width;
        room.height = height;
        return room;
    }
    const Targets& targets() { return builder.build({"", state}); }
    void act(const Command& command) { state = update(state, command, &closed->checklist, targets()); }
    void tap(std::string_view label) {
        const auto all = targets().all();
        const auto found = std::ranges::find(all, label, &Target::label);
        ASSERT_NE(found, all.end()) << label;
        act(Command(found->command));
    }
    void hit(Key key) {
        const Keyed keyed = press(key, state, targets());
        state = keyed.state;
        if (keyed.command) act(*keyed.command);
    }
    std::vector<std::string> ids() {
        std::vector<std::string> all;
        for (const Target& target : targets().all()) all.emplace_back(target.id);
        return all;
    }

    PrivacyOptions privacy;
    std::shared_ptr<const Snapshot> full;
    std::shared_ptr<const Snapshot> closed;
    testing_support::PageBuilder builder;
    UiState state;
    int marked = 0;
};

TEST_F(PrivacyPages, AClosedItemAsksForThePinAndTheStateOnlyCountsDigits) {
    tap("Enter the PIN to open marked items");
    EXPECT_TRUE(state.pin.asked);
    for (const char* digit : {"4", "8", "2", "9"}) tap(digit);
    EXPECT_EQ(state.pin.typed, 4);
    tap("Take the last digit back");
    EXPECT_EQ(state.pin.typed, 3);
    tap("Open marked items");
    EXPECT_EQ(state.pin.note, PinNote::TooShort);
    for (const char* digit : {"1", "3", "0"}) tap(digit);
    tap("Open marked items");
    EXPECT_EQ(state.pin.note, PinNote::Checking);
    EXPECT_FALSE(state.opened) << "the state alone must never open anything";
    EXPECT_THAT(ids(), testing::ElementsAre("pin:cancel")) << "keys have no say while it is being checked";
    tap("Cancel");
    EXPECT_FALSE(state.pin.asked);
}

TEST_F(PrivacyPages, AKeyboardTypesThePinToo) {
    act(AskPin{true});
    for (const char32_t character : std::u32string(U"4x82/91 3")) {
        const Keyed keyed = type(character, state);
        state = keyed.state;
        if (keyed.command) act(*keyed.command);
    }
    EXPECT_EQ(state.pin.typed, 6);
    EXPECT_EQ(state.here.page, Page::EvidenceItem) << "a slash is for the search elsewhere";
    hit(Key::Delete);
    EXPECT_EQ(state.pin.typed, 5);
    hit(Key::Back);
    EXPECT_FALSE(state.pin.asked);
    EXPECT_EQ(state.here.page, Page::EvidenceItem);
}

TEST_F(PrivacyPages, NoMoreDigitsThanAPinMayHaveAndNoneWhileThereIsAWait) {
    act(AskPin{true});
    for (int i = 0; i < 20; ++i) act(TypePin{1});
    EXPECT_EQ(state.pin.typed, 12);
    act(AskPin{false});
    act(AskPin{true});
    state.pin.waitSeconds = 30;
    act(TypePin{1});
    act(TryPin{});
    EXPECT_EQ(state.pin.typed, 0);
    EXPECT_EQ(state.pin.note, PinNote::None);
    EXPECT_THAT(ids(), testing::ElementsAre("pin:cancel"));
}

TEST_F(PrivacyPages, KeysOfTheKeypadAreLargeEnoughEverywhere) {
    for (const auto& [width, height] : {std::pair{1920, 1080}, {3840, 2160}, {1080, 1920}, {1280, 800}}) {
        const Room room = roomOf(width, height);
        testing_support::PageBuilder pages(*closed, room);
        pages.view.pinSet = true;
        UiState pad = state;
        pad.pin.asked = true;
        pad.pin.typed = 3;
        int keys = 0;
        for (const Target& target : pages.build({"", pad}).all()) {
            ++keys;
            EXPECT_GE(target.rect.w + 0.5F, room.targetSide()) << target.id << " " << width;
            EXPECT_GE(target.rect.h + 0.5F, room.targetSide()) << target.id << " " << width;
            EXPECT_LE(target.rect.bottom(), static_cast<float>(height)) << target.id << " " << width;
        }
        EXPECT_EQ(keys, 13);
    }
}

TEST_F(PrivacyPages, NothingClosedIsInAnyTarget) {
    PrivacyOptions hiding;
    hiding.rules.hidden = {"OFFICIAL-SENSITIVE"};
    const auto hidden = closedCopyOf(full, hiding);
    testing_support::PageBuilder pages(*hidden, roomOf(1920, 1080));
    pages.view.closed = &hidden->checklist;
    for (const testing_support::Scene& scene : testing_support::scenesOf(*hidden))
        for (const Target& target : pages.build(scene).all())
            for (const Evidence& item : full->checklist.evidence)
                if (item.marking == "OFFICIAL-SENSITIVE") {
                    EXPECT_EQ(target.label.find(item.name), std::string_view::npos)
                        << scene.name << ": " << target.label;
                }
}

TEST_F(PrivacyPages, RowsAreCalledClosed) {
    state.here = {Page::Evidence};
    bool any = false;
    for (const Target& target : targets().all()) any = any || target.label.ends_with(", closed: OFFICIAL-SENSITIVE");
    EXPECT_TRUE(any);
}

TEST_F(PrivacyPages, WithoutAPinThePageSaysHowItIsSetAndAsksForNone) {
    builder.view.pinSet = false;
    EXPECT_THAT(ids(), testing::Not(testing::Contains("ask-pin")));
    state.pin.asked = true;
    EXPECT_THAT(ids(), testing::ElementsAre("pin:cancel"));
}

TEST_F(PrivacyPages, TheCurtainIsOnEveryPageAndCoversAllOfIt) {
    for (const testing_support::Scene& scene : testing_support::scenesOf(*closed)) {
        const UiState& at = scene.state;
        if (at.idleSecondsLeft > 0 || at.askingPage || at.touchCheck.on) continue; // these cover the rail
        if (at.meetingQuestion != MeetingQuestion::None || at.pin.asked || at.curtain) continue;
        state = at;
        tap("Cover the screen");
        EXPECT_TRUE(state.curtain) << scene.name;
        EXPECT_THAT(ids(), testing::ElementsAre("uncover")) << scene.name;
        EXPECT_EQ(targets().all()[0].rect, (Rect{0, 0, 1920, 1080}));
        tap("Screen covered: touch to uncover");
        EXPECT_FALSE(state.curtain);
        EXPECT_EQ(state.here, at.here) << scene.name;
    }
}

TEST_F(PrivacyPages, CurtainHomeAndLockCloseWhatIsOpen) {
    state.opened = true;
    hit(Key::Cover);
    EXPECT_TRUE(state.curtain);
    EXPECT_FALSE(state.opened);
    hit(Key::Cover);
    EXPECT_FALSE(state.curtain);
    EXPECT_FALSE(state.opened) << "uncovering shows what is unmarked and nothing else";

    state.opened = true;
    act(LockMarked{});
    EXPECT_FALSE(state.opened);

    state.opened = true;
    state.curtain = true;
    EXPECT_FALSE(isHome(state));
    EXPECT_FALSE(homeAlone(state).opened);
    EXPECT_TRUE(homeAlone(state).curtain) << "only a touch uncovers";
    EXPECT_TRUE(isHome(homeAlone(state)));
    UiState atHome;
    atHome.opened = true;
    EXPECT_FALSE(isHome(atHome)) << "the wall would never close it";
}

TEST_F(PrivacyPages, OwnersAreNowhereWhileNobodyIsThere) {
    privacy.hideOwners = true;
    const auto alone = aloneCopyOf(closed, privacy);
    testing_support::PageBuilder pages(*alone, roomOf(1920, 1080));
    UiState byOwner;
    byOwner.here = {Page::Actions};
    byOwner.grouping = ActionGrouping::ByOwner;
    pages.build({"", byOwner});
    for (const ActionGroup& group : pages.view.actionGroups)
        EXPECT_THAT(group.heading, testing::AnyOf("Owner not shown", "No owner"));
    UiState search;
    search.here = {Page::Search};
    search.query = "director";
    search.ownersHidden = true;
    pages.build({"", search});
    EXPECT_EQ(pages.view.found.found, 0);
}

} // namespace
} // namespace sightline
