#pragma once

#include <span>
#include <string>
#include <vector>

#include "data/model.h"

namespace sightline {

/// How an element's opinion moved. `Renamed`: the scale changed, and the opinion is the same one under its new word.
enum class OpinionMove { Down, Up, FirstGiven, Withdrawn, Renamed };

struct OpinionChange {
    int element = 0;
    std::string title; ///< of the element, now
    OpinionMove move = OpinionMove::Up;
    Opinion before;   ///< as the scale then had it
    Opinion after;    ///< as the scale now has it
    PartialDate date; ///< of the opinion now
    std::string by;   ///< the role that gave it; may be empty
    bool operator==(const OpinionChange&) const = default;
};

/// One row of the crosswalk between two scales: rows are held to be the same opinion when they share a colour role,
/// of which a scale has each once, in the order good, fair, caution, poor, none. One side is empty where its scale has
/// no such row.
struct Crosswalk {
    ColourRole role = ColourRole::None;
    std::string before;
    std::string after;
    bool operator==(const Crosswalk&) const = default;
};

/// What happened to one action. Several things may have: it moved, and is overdue now.
struct ActionChange {
    int id = 0; ///< now; of a gone one: then
    int element = 0;
    std::string text;
    std::string owner;
    ActionStatus status = ActionStatus::Open;
    PartialDate due;
    PartialDate completed;
    PartialDate dueBefore;  ///< where `dateMoved`: from; unknown where it had no date
    std::string textBefore; ///< where `reworded`
    int timesMoved = 0;     ///< changes of its date over all checklists that were compared
    int daysLate = 0;       ///< now; 0: not overdue
    bool isNew = false;
    bool gone = false;      ///< no longer in the checklist, without having been done
    bool closed = false;    ///< done now, and not before
    bool reopened = false;  ///< done before, and not now
    bool dateMoved = false; ///< also where a date was first given, or taken away
    bool newlyOverdue = false;
    bool reworded = false;
    bool operator==(const ActionChange&) const = default;
};

/// What happened to one piece of evidence. Exactly one; the first that applies, in the order of importance.
enum class EvidenceMove { GoneStale, Gone, Added, Refreshed, Renamed };

struct EvidenceChange {
    int id = 0; ///< now; of a gone one: then
    EvidenceMove move = EvidenceMove::Added;
    std::string name;
    std::string nameBefore; ///< where it differs
    Line line = Line::Management;
    std::string lineWord; ///< as the council calls it
    PartialDate covers;
    PartialDate coversBefore;  ///< where `Refreshed` or the date differs
    std::vector<int> elements; ///< that it supports now (a gone one: supported)
    std::string marking;       ///< now; of a gone one: then
    std::string markingBefore; ///< where it was there before: its marking then
    Shown shown = Shown::All;  ///< how much of it there is in a copy for the room
    bool operator==(const EvidenceChange&) const = default;
};

enum class PositionMove { Reworded, Added, Gone };

struct PositionChange {
    int element = 0;
    PositionMove move = PositionMove::Reworded;
    std::string text;       ///< now; of a gone one: then
    std::string textBefore; ///< where `Reworded`
    bool operator==(const PositionChange&) const = default;
};

/// How many of each there are, for a headline. An action may count under several.
struct ChangeCounts {
    int up = 0, down = 0, firstGiven = 0, withdrawn = 0;
    int closed = 0, newActions = 0, dateMoved = 0, newlyOverdue = 0, goneActions = 0, reopened = 0, rewordedActions = 0;
    int added = 0, refreshed = 0, goneEvidence = 0, goneStale = 0;
    int reworded = 0, newPositions = 0, gonePositions = 0;
    bool operator==(const ChangeCounts&) const = default;
};

/// What changed between two looks at a checklist. Every list is ordered with the most important first.
struct Changes {
    PartialDate positionBefore;
    PartialDate positionAfter;
    Day asOfBefore{};
    Day asOfAfter{};
    bool scaleChanged = false;        ///< words, ranks or colour roles of the opinion scale differ
    std::vector<Crosswalk> crosswalk; ///< where `scaleChanged`: the words that were held to be the same
    std::vector<OpinionChange> opinions;
    std::vector<ActionChange> actions;
    std::vector<EvidenceChange> evidence;
    std::vector<PositionChange> positions;
    ChangeCounts counts;

    [[nodiscard]] bool none() const {
        return opinions.empty() && actions.empty() && evidence.empty() && positions.empty() && !scaleChanged;
    }
    bool operator==(const Changes&) const = default;
};

/// A checklist and the day it is looked at from.
struct DatedChecklist {
    const Checklist* checklist = nullptr;
    Day asOf{};
};

/// Compares two checklists. Elements are matched by number, everything else as data/change_match.h says. "Newly
/// overdue" and "gone stale" hold on `afterAsOf` and did not hold on `beforeAsOf`; a new action that is overdue already
/// is both.
Changes compareChecklists(const Checklist& before, Day beforeAsOf, const Checklist& after, Day afterAsOf);

/// Compares the first of a series (oldest first, at least one) with the last, and counts how often an action's date
/// moved on the way.
Changes compareHistory(std::span<const DatedChecklist> series);

/// The day an earlier snapshot is looked at from when it is compared: its position date's last day, else the day it was
/// made; never later than `asOf`.
Day comparisonDay(const Snapshot& before, Day asOf);

} // namespace sightline
