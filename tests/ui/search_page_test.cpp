#include <gmock/gmock.h>

#include "app/keyboard.h"
#include "app/reveal.h"
#include "app/update.h"
#include "data/sample.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing::Contains;
using testing::ElementsAre;

/// The real page with its keys, as the wall shows it.
class SearchPage : public testing::Test {
protected:
    SearchPage() : snapshot(withDocument()), builder(snapshot, {}) { act(OpenPage{{Page::Search}}); }

    static Snapshot withDocument() {
        Snapshot snapshot = *sampleSnapshot("northmoor");
        snapshot.checklist.documents.push_back(
            {.id = 900,
             .name = "papers.pdf",
             .digest = "",
             .recipe = "",
             .pages = {{1, 100, 100, "", "Contents"}, {2, 100, 100, "", "A zebra crosses at every family hub."}}});
        snapshot.checklist.evidence[3].document = 900;
        return snapshot;
    }
    void act(const Command& command) { state = update(state, command, &snapshot.checklist, targets()); }
    const Targets& targets() { return builder.build({"", state}); }
    void tap(std::string_view id) {
        const Target* target = targets().find(Targets::keyOf(id));
        ASSERT_NE(target, nullptr) << id;
        act(Command(target->command));
    }
    void hit(Key key) {
        const Keyed keyed = press(key, state, targets());
        state = keyed.state;
        if (keyed.activated != nullptr)
            act(Command(keyed.activated->command));
        else if (keyed.command)
            act(*keyed.command);
    }
    void typeIn(std::u32string_view text) {
        for (const char32_t character : text) {
            const Keyed keyed = type(character, state);
            state = keyed.state;
            if (keyed.command) act(*keyed.command);
        }
    }
    std::vector<std::string> hits() {
        std::vector<std::string> ids;
        for (const Target& target : targets().all())
            if (target.id.starts_with("hit:")) ids.emplace_back(target.id);
        return ids;
    }

    Snapshot snapshot;
    testing_support::PageBuilder builder;
    UiState state;
};

TEST_F(SearchPage, TypesWithAFingerAndLeadsToAHitAndBack) {
    for (const char* key : {"key:z", "key:e", "key:b", "key:x", "key:delete"}) tap(key);
    EXPECT_EQ(state.query, "zeb");
    const std::string page = "hit:page:" + std::to_string(snapshot.checklist.evidence[3].id) + ":2";
    EXPECT_THAT(hits(), ElementsAre(page));
    tap(page);
    EXPECT_EQ(state.here, (Location{Page::EvidenceItem, snapshot.checklist.evidence[3].id, 2}));
    hit(Key::Back);
    EXPECT_EQ(state.here, (Location{Page::Search}));
    EXPECT_EQ(state.query, "zeb");
    EXPECT_THAT(hits(), ElementsAre(page));
    tap("key:clear");
    EXPECT_EQ(state.query, "");
    EXPECT_TRUE(hits().empty());
}

TEST_F(SearchPage, APositionOrActionIsShownInItsElement) {
    Checklist& checklist = snapshot.checklist;
    for (int i = 0; i < 60; ++i) checklist.positions.push_back({1000 + i, 4, "Another thing is in place.", {}});
    checklist.positions.push_back({2000, 4, "Quokkas are counted.", {}});
    checklist.actions.push_back({3000, 4, "Count the wombats", "", {}, ActionStatus::Done, {}, {}});
    builder.view.search = SearchIndex::build({std::shared_ptr<const void>(), &snapshot});
    const auto follow = [&](std::u32string_view word, std::string_view id, ListId list) {
        act(OpenPage{{Page::Search}});
        act(ClearQuery{});
        typeIn(word);
        tap(id);
        EXPECT_EQ(state.here, (Location{Page::Element, 4}));
        targets();
        state = revealPointed(state, builder.targets());
        targets();
        const auto& row = builder.targets().pointed();
        ASSERT_TRUE(row);
        const Rect seen = builder.targets().scrollArea(list)->viewport;
        EXPECT_GE(row->y, seen.y - 8);
        EXPECT_LE(row->bottom(), seen.bottom() + 8);
    };
    follow(U"quokka", "hit:position:2000", ListId::ElementPosition);
    EXPECT_GT(state.scrolled(ListId::ElementPosition), 0);
    UiState moved = state;
    moved.scroll[static_cast<std::size_t>(ListId::ElementPosition)] = 0;
    EXPECT_EQ(revealPointed(moved, builder.targets()), moved) << "once, then it goes where a finger moves it";
    follow(U"wombat", "hit:action:3000", ListId::ElementActions);
    act(OpenPage{{Page::Element, 5}});
    targets();
    EXPECT_FALSE(builder.targets().pointed());
    EXPECT_FALSE(state.pointed);
}

TEST_F(SearchPage, EveryKeyTypesWhatItSays) {
    std::string typed;
    for (const KeyLayer layer : {KeyLayer::Letters, KeyLayer::Numbers}) {
        EXPECT_EQ(state.keys, layer);
        std::vector<std::string> ids;
        for (const Target& target : targets().all())
            if (std::holds_alternative<TypeCharacter>(target.command) && target.label != "Space")
                ids.emplace_back(target.id);
        EXPECT_EQ(ids.size(), 26U);
        for (const std::string& id : ids) {
            tap("key:clear");
            tap(id);
            EXPECT_EQ("key:" + state.query, id);
        }
        tap("key:layer");
    }
    tap("key:a");
    tap("key:space");
    tap("key:b");
    EXPECT_EQ(state.query.substr(state.query.size() - 3), "a b");
}

TEST_F(SearchPage, TypesWithARealKeyboard) {
    typeIn(U"Zébra hüb");
    EXPECT_EQ(state.query, "Zébra hüb");
    EXPECT_EQ(hits().size(), 1U);
    hit(Key::Delete);
    hit(Key::Delete);
    EXPECT_EQ(state.query, "Zébra h");
    hit(Key::Space);
    EXPECT_EQ(state.query, "Zébra h") << "the character comes on its own";
    hit(Key::Activate);
    EXPECT_EQ(state.here.page, Page::EvidenceItem) << "Enter opens the best hit";
    EXPECT_EQ(state.here.documentPage, 2);
    hit(Key::Back);
    hit(Key::Back);
    EXPECT_EQ(state.here.page, Page::Overview);
}

TEST_F(SearchPage, KeysMoveTheFocusAndTypingTakesItAway) {
    typeIn(U"board");
    const auto found = hits();
    ASSERT_GT(found.size(), 2U);
    hit(Key::Down);
    EXPECT_EQ(state.focus, Targets::keyOf(found[0])) << "what was found comes before the keys";
    hit(Key::Down);
    EXPECT_EQ(state.focus, Targets::keyOf(found[1]));
    typeIn(U" m");
    EXPECT_EQ(state.focus, 0U);
    hit(Key::Next);
    const Target* focused = targets().find(state.focus);
    ASSERT_NE(focused, nullptr);
    EXPECT_TRUE(focused->id.starts_with("hit:")) << focused->id;
    const Location expected = std::get<OpenPage>(focused->command).to;
    hit(Key::Activate);
    EXPECT_EQ(state.here, expected);
}

TEST_F(SearchPage, EnterWithoutAHitStaysHere) {
    hit(Key::Activate);
    EXPECT_EQ(state.here.page, Page::Search);
    typeIn(U"qqqqqq");
    hit(Key::Activate);
    EXPECT_EQ(state.here.page, Page::Search);
}

TEST_F(SearchPage, ASlashOrControlFOpensItFromAnywhereAndEscapeLeadsBack) {
    for (const Location& from : {Location{Page::Element, 4}, Location{Page::Map}, Location{Page::Overview}}) {
        state = {};
        act(OpenPage{from});
        typeIn(U"x");
        EXPECT_EQ(state.here, from) << "other characters do nothing elsewhere";
        typeIn(U"/");
        EXPECT_EQ(state.here.page, Page::Search);
        EXPECT_EQ(state.query, "");
        hit(Key::Back);
        EXPECT_EQ(state.here, from);
        hit(Key::Search);
        EXPECT_EQ(state.here.page, Page::Search);
    }
}

TEST_F(SearchPage, WhileAskedAboutAMeetingNothingElseOpens) {
    act(GoBack{});
    act(AskMark{true});
    typeIn(U"/");
    hit(Key::Search);
    EXPECT_EQ(state.here.page, Page::Overview);
}

TEST_F(SearchPage, SaysWhatItDoesWhileThereIsNoIndexYet) {
    builder.view.search.reset();
    typeIn(U"board");
    EXPECT_TRUE(hits().empty());
    EXPECT_EQ(builder.view.found.found, 0);
    EXPECT_EQ(state.query, "board");
}

/// Whatever somebody types is shown as itself, not as a box.
TEST(TypedLetters, AreInTheFontOfTheField) {
    const BakedFonts fonts = bakeFonts({}, charactersFor(nullptr));
    const auto& glyphs = fonts.fonts[static_cast<std::size_t>(Style::TileTitle)].glyphs;
    std::u32string codes;
    for (const BakedGlyph& glyph : glyphs) codes += glyph.code;
    for (const char32_t code : std::u32string_view(U"azAZ09-/:()&@£%.,?!'+#éÜŵŷŁőşß"))
        EXPECT_THAT(codes, Contains(code));
}

} // namespace
} // namespace sightline
