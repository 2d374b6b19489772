#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "data/lists.h"
#include "render/meeting_state.h"

namespace sightline {

/// Panel pixels, from the top left corner.
struct Point {
    float x = 0;
    float y = 0;
    bool operator==(const Point&) const = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool operator==(const Rect&) const = default;
};

enum class Page : std::uint8_t {
    Overview,
    Element,
    Evidence,
    EvidenceItem,
    Actions,
    Map,
    Changes,
    Search,
    About,
    Health,
    Pattern ///< what an installer needs to see of panel and room
};

/// A page, and which one of its kind.
struct Location {
    Page page = Page::Overview;
    int item = 0;         ///< Element: its number. EvidenceItem: Evidence::id. Else 0.
    int documentPage = 0; ///< EvidenceItem: which page of its document is open, from 1; 0: the first
    bool operator==(const Location&) const = default;
};

/// Everything that scrolls. One offset each; ActionColumns leaves room for one list a column.
enum class ListId : std::uint8_t {
    Evidence,
    EvidenceFilters,
    ElementPosition,
    ElementEvidence,
    ElementActions,
    ItemFacts,
    ItemText,
    DocumentDown,   ///< the open page of a document, while it is enlarged …
    DocumentAcross, ///< … and the same sideways
    ActionColumns,  ///< the first column …
    LastActionColumn = ActionColumns + 63,
    ActionStrip, ///< the columns side by side: scrolls sideways where they do not all fit
    Map,
    Changes,
    ChangedActions,
    SearchResults,
    About,
    AboutSide,
    Health,
    HealthSide,
    OverviewTiles,
    Pattern,
    PatternSide,
    Count
};

constexpr std::size_t kListCount = static_cast<std::size_t>(ListId::Count);
inline ListId actionColumn(int column) {
    return static_cast<ListId>(static_cast<int>(ListId::ActionColumns) + (column < 63 ? column : 63));
}

// What a tap or a key asks for. Each is plain data: pages only register it, `update` alone carries it out.
struct OpenPage {
    Location to;
    bool operator==(const OpenPage&) const = default;
};
/// Opens a page at one of its rows.
struct OpenRow {
    Location to;
    ListId list = ListId::ElementPosition;
    int row = 0; ///< Position::id or Action::id, as the list has it
    bool operator==(const OpenRow&) const = default;
};
/// Opens the evidence list narrowed as given.
struct OpenEvidence {
    EvidenceFilter filter;
    bool operator==(const OpenEvidence&) const = default;
};
struct GoBack {
    bool operator==(const GoBack&) const = default;
};
/// Narrows the evidence list that is open.
struct SetFilter {
    EvidenceFilter filter;
    bool operator==(const SetFilter&) const = default;
};
struct SetGrouping {
    ActionGrouping grouping = ActionGrouping::ByDate;
    bool operator==(const SetGrouping&) const = default;
};
struct ShowDone {
    bool shown = false;
    bool operator==(const ShowDone&) const = default;
};
/// One screenful of a list, the tap alternative to dragging.
struct PageList {
    ListId list = ListId::Evidence;
    int direction = 1; ///< 1: on, -1: back
    bool operator==(const PageList&) const = default;
};
/// How large the page of a document is drawn.
enum class Zoom : std::uint8_t {
    In,
    Out,
    Fit,   ///< the whole page
    Toggle ///< between the whole page and a size to read it at
};
struct ZoomPage {
    Zoom how = Zoom::Toggle;
    std::optional<Point> at; ///< what stays where it is, panel pixels; nothing: the middle
    bool operator==(const ZoomPage&) const = default;
};
/// Moves an enlarged page without a finger.
struct PanPage {
    Point by; ///< shares of what can be seen of it, positive: to the right, down
    bool operator==(const PanPage&) const = default;
};
/// What the checklist says about an item, in place of its document, or the document again.
struct ShowDetails {
    bool shown = true;
    bool operator==(const ShowDetails&) const = default;
};
/// Asks which page to jump to, or stops asking.
struct AskPage {
    bool asked = true;
    bool operator==(const AskPage&) const = default;
};
/// A key of the number pad that asks.
struct TypePage {
    int digit = 0; ///< 0 to 9; -1: takes the last one back
    bool operator==(const TypePage&) const = default;
};
/// "Stay here" on the idle notice.
struct StayHere {
    bool operator==(const StayHere&) const = default;
};

/// Asks whether to mark that the meeting was held, or stops asking. Asking takes a long press: a chair means it.
struct AskMark {
    bool asked = true;
    bool operator==(const AskMark&) const = default;
};
/// "We met today".
struct MarkMeeting {
    bool operator==(const MarkMeeting&) const = default;
};

/// Opens the health of the wall.
struct ShowHealth {
    bool held = true; ///< only a long press means it: in the header it is not for the meeting
    bool operator==(const ShowHealth&) const = default;
};

/// Begins the check of the touch frame, anew where it was on, or ends it.
struct CheckTouch {
    bool on = true;
    bool operator==(const CheckTouch&) const = default;
};
/// A finger on one of its spots, or beside all of them.
struct TouchSpot {
    int spot = -1;           ///< 0 to 8, in reading order; -1: none
    std::optional<Point> at; ///< where the finger came down; nothing: it was no finger
    bool operator==(const TouchSpot&) const = default;
};

/// What the keys of the keyboard on the panel show.
enum class KeyLayer : std::uint8_t { Letters, Numbers };

/// Adds a character to what is searched for.
struct TypeCharacter {
    char32_t character = U' ';
    bool operator==(const TypeCharacter&) const = default;
};
/// Takes the last one away.
struct DeleteCharacter {
    bool operator==(const DeleteCharacter&) const = default;
};
struct ClearQuery {
    bool operator==(const ClearQuery&) const = default;
};
struct ShowKeys {
    KeyLayer layer = KeyLayer::Letters;
    bool operator==(const ShowKeys&) const = default;
};

/// Asks for the PIN that opens marked items, or stops asking.
struct AskPin {
    bool asked = true;
    bool operator==(const AskPin&) const = default;
};
/// A key of the keypad. Which digit it was is for the wall alone: the state only counts them.
struct TypePin {
    int digit = 0; ///< 0 to 9; -1: takes the last one back
    bool operator==(const TypePin&) const = default;
};
/// What was typed is to be the PIN.
struct TryPin {
    bool operator==(const TryPin&) const = default;
};
/// Closes marked items again: on request, when a meeting ends.
struct LockMarked {
    bool operator==(const LockMarked&) const = default;
};
/// Covers the screen at once, or uncovers it. Covering closes marked items.
struct DrawCurtain {
    bool drawn = true;
    bool operator==(const DrawCurtain&) const = default;
};

using Command =
    std::variant<OpenPage, OpenRow, OpenEvidence, GoBack, SetFilter, SetGrouping, ShowDone, PageList, ZoomPage, PanPage,
                 ShowDetails, AskPage, TypePage, StayHere, AskMark, MarkMeeting, ShowHealth, TypeCharacter,
                 DeleteCharacter, ClearQuery, ShowKeys, CheckTouch, TouchSpot, AskMeeting, StartMeeting, GoToStep,
                 EndMeeting, AskPin, TypePin, TryPin, LockMarked, DrawCurtain>;

/// How large the page of a document can be drawn, in terms of its size when all of it fits.
constexpr std::array<float, 6> kZoomFactors = {1, 1.5F, 2, 3, 4, 6};
/// Where a double tap leads: from the default room's 65 inches, print of 11 points can then be read at arm's length.
constexpr int kReadingZoom = 2;

/// What Back puts back besides the page: how it was narrowed and how far its lists were scrolled.
struct Kept {
    EvidenceFilter filter;
    std::array<float, 4> scroll{}; ///< in the order of the page's lists, as `update` knows them
    int zoom = 0;                  ///< of the page of a document
    bool operator==(const Kept&) const = default;
};

/// The row that a page was opened at.
struct PointedRow {
    ListId list = ListId::ElementPosition;
    int row = 0;
    bool shown = false; ///< it has been scrolled into sight; after that the list goes where a finger moves it
    bool operator==(const PointedRow&) const = default;
};

/// The wall turns pages by itself, as nobody is there, or did until somebody touched it.
struct Rotation {
    int place = 1;        ///< of the page that is shown, from 1
    int count = 1;        ///< pages in all
    Location next;        ///< the page that is shown after this one
    int seconds = 0;      ///< how long each page is shown
    int resumesAfter = 0; ///< seconds without a touch until it goes on
    bool paused = false;  ///< somebody touched it
    bool operator==(const Rotation&) const = default;
};

/// How far the check of the touch frame has come.
struct TouchCheck {
    bool on = false;
    std::array<std::optional<float>, 9> off; ///< pixels from a spot's middle to where a finger met it; nothing: not yet
    int misses = 0;                          ///< touches that met none
    bool operator==(const TouchCheck&) const = default;
};

/// What the keypad has to say.
enum class PinNote : std::uint8_t {
    None,
    TooShort,
    Checking, ///< keys have no say meanwhile
    Wrong,
    NotCounted, ///< tries cannot be counted, so none is made
    NoMemory    ///< too little to check it
};

/// The keypad, as far as it shows.
struct PinPad {
    bool asked = false;
    int typed = 0; ///< digits
    PinNote note = PinNote::None;
    int freeTries = 0;   ///< before the next wrong one brings a wait
    int waitSeconds = 0; ///< until there may be another try, in the steps it is told in; 0: now
    bool operator==(const PinPad&) const = default;
};

/// What is on the wall, apart from the snapshot. A value: the wall compares it with the last one drawn.
struct UiState {
    Location here;
    std::vector<Location> trail; ///< where Back leads, newest last; at most 32
    std::vector<Kept> kept;      ///< for each place of `trail`
    EvidenceFilter filter;
    ActionGrouping grouping = ActionGrouping::ByDate;
    bool withDone = false;
    std::optional<PointedRow> pointed;
    std::string query; ///< what is searched for, at most kQueryCharacters; the overview forgets it
    KeyLayer keys = KeyLayer::Letters;
    std::array<float, kListCount> scroll{}; ///< pixels a list is scrolled by, from 0
    std::uint32_t focus = 0;                ///< Target::key of the keyboard focus; 0: the keyboard is not in use
    std::uint32_t pressed = 0;      ///< Target::key under a finger that is down and may yet become a tap; 0: none
    int zoom = 0;                   ///< of the page of a document: an index of kZoomFactors
    bool details = false;           ///< what the checklist says about an item is shown in place of its document
    bool askingPage = false;        ///< the number pad asks which page to jump to …
    int typedPage = 0;              ///< … and this was typed so far; 0: nothing
    bool askingMark = false;        ///< whether to mark that the meeting was held is being asked
    TouchCheck touchCheck;          ///< on the test pattern
    int idleSecondsLeft = 0;        ///< seconds until home; 0: no notice shown
    std::optional<Meeting> meeting; ///< the one that is being held
    MeetingQuestion meetingQuestion = MeetingQuestion::None; ///< what is being asked about it
    std::optional<Rotation> rotation; ///< the wall turns pages by itself; another page than those ends it
    PinPad pin;
    bool opened = false;       ///< marked items are open, after the right PIN, for this sitting
    bool curtain = false;      ///< the screen is covered; nothing may move or turn pages meanwhile
    bool ownersHidden = false; ///< nobody is there, and owners' names are not shown then

    [[nodiscard]] float scrolled(ListId list) const { return scroll[static_cast<std::size_t>(list)]; }
    bool operator==(const UiState&) const = default;
};

/// Why there is no snapshot to show.
enum class Lacking : std::uint8_t {
    None,    ///< there has been none yet
    Refused, ///< the one at the source is not one that may be shown, and there was none before
    PutAside ///< those that there were stopped the wall whenever they were shown
};

/// What the wall knows of its source, for the header, the problem line and the page shown without a snapshot.
struct SourceState {
    std::string expected; ///< where a snapshot is looked for: a path; empty for a sample
    std::string problem;  ///< one sentence; empty: none
    std::string since;    ///< since when, "14:05" or "21 November 14:05"
    std::string loaded;   ///< when what is shown was loaded, likewise
    std::string notTaken =
        {}; ///< why the configuration file does not hold, one sentence; empty: it does, or there is none
    std::string signature = {};      ///< who signed what is shown, or that nobody did; empty: a sample
    std::string expired = {};        ///< that a newer snapshot is due, one sentence; empty: it is not
    std::string clock = {};          ///< that the machine's clock is not set, one sentence; empty: it is
    Lacking lacking = Lacking::None; ///< where no snapshot is shown
    bool operator==(const SourceState&) const = default;
};

} // namespace sightline
