#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace sightline {

/// In which order a meeting takes the elements.
enum class MeetingOrder : std::uint8_t { ByNumber, ByAttention };

/// What is being asked about a meeting.
enum class MeetingQuestion : std::uint8_t { None, Start, End };

/// The elements that a meeting takes, by number, in its order; 0 where there are fewer.
using MeetingSteps = std::array<int, 6>;

/// How long an element has been talked about so far.
struct MeetingTime {
    int used = 0;    ///< whole minutes, on all visits to it together
    int planned = 0; ///< minutes set aside for each element (`meeting.timer`)
    bool operator==(const MeetingTime&) const = default;
};

/// A meeting that is being held. Its place stays where it is whatever page is looked at meanwhile.
struct Meeting {
    MeetingOrder order = MeetingOrder::ByNumber;
    MeetingSteps steps{};
    int at = 0;                      ///< the step the meeting is at, an index of `steps`
    std::optional<MeetingTime> time; ///< nothing: the timer is off
    std::array<float, 3> scroll{};   ///< how far the lists of its element were scrolled when the page was left, pixels

    [[nodiscard]] int element() const { return steps[static_cast<std::size_t>(at)]; }
    [[nodiscard]] int count() const {
        return static_cast<int>(std::ranges::count_if(steps, [](int n) { return n > 0; }));
    }
    bool operator==(const Meeting&) const = default;
};

// What a tap on the meeting's own controls asks for.

/// Asks how to start or end a meeting, or stops asking.
struct AskMeeting {
    MeetingQuestion question = MeetingQuestion::Start;
    bool operator==(const AskMeeting&) const = default;
};
struct StartMeeting {
    MeetingOrder order = MeetingOrder::ByNumber;
    MeetingSteps steps{};
    bool operator==(const StartMeeting&) const = default;
};
/// Takes the meeting to a step; to the one it is at: back to its element from whatever page is open.
struct GoToStep {
    int step = 0;
    bool operator==(const GoToStep&) const = default;
};
/// Ends the meeting without a mark. Ending it with one is MarkMeeting.
struct EndMeeting {
    bool operator==(const EndMeeting&) const = default;
};

} // namespace sightline
