#include "data/changes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <optional>
#include <tuple>

#include "data/change_match.h"
#include "data/import/name_match.h"
#include "data/lists.h"
#include "data/rules.h"

namespace sightline {
namespace {

/// What the ids of a checklist are worth.
class IdOrigins {
public:
    explicit IdOrigins(const Checklist& checklist) {
        for (const SourceDocument& source : checklist.sources) {
            if (source.kind == "database") origins[source.id] = IdOrigin::Database;
            if (source.kind == "workbook") origins[source.id] = IdOrigin::Register;
            hasRegister |= source.kind == "workbook";
        }
    }
    /// Of a row that is numbered where it stands.
    [[nodiscard]] IdOrigin of(const Place& place) const {
        const auto found = origins.find(place.source);
        return found == origins.end() ? IdOrigin::ReadingOrder : found->second;
    }
    /// Of evidence and next steps: where a register was joined with documents, all of them carry its ids.
    [[nodiscard]] IdOrigin ofJoined(const Place& place) const {
        const IdOrigin origin = of(place);
        return hasRegister && origin == IdOrigin::ReadingOrder ? IdOrigin::Register : origin;
    }

private:
    std::map<int, IdOrigin> origins;
    bool hasRegister = false;
};

std::vector<MatchRow> rowsOf(const Checklist& checklist, const std::vector<Action>& actions) {
    const IdOrigins ids(checklist);
    std::vector<MatchRow> rows;
    rows.reserve(actions.size());
    for (const Action& action : actions)
        rows.push_back({action.id, action.element, action.text, ids.ofJoined(action.place)});
    return rows;
}

std::vector<MatchRow> rowsOf(const Checklist& checklist, const std::vector<Position>& positions) {
    const IdOrigins ids(checklist);
    std::vector<MatchRow> rows;
    rows.reserve(positions.size());
    for (const Position& position : positions)
        rows.push_back({position.id, position.element, position.text, ids.of(position.place)});
    return rows;
}

std::vector<MatchRow> rowsOf(const Checklist& checklist, const std::vector<Evidence>& evidence) {
    const IdOrigins ids(checklist);
    std::vector<MatchRow> rows;
    rows.reserve(evidence.size());
    for (const Evidence& item : evidence) rows.push_back({item.id, 0, item.name, ids.ofJoined(item.place)});
    return rows;
}

/// A comma or a capital more is no news.
bool otherWords(const std::string& before, const std::string& after) {
    return before != after && nameKey(before) != nameKey(after);
}

/// A line's word in the council's own wording.
std::string lineWord(const Checklist& checklist, Line line) {
    const auto found = std::ranges::find(checklist.lines, line, &AssuranceLine::id);
    return found == checklist.lines.end() ? "" : found->word;
}

/// Indices of `before` that nothing continues.
std::vector<size_t> unmatched(size_t before, const std::vector<int>& match) {
    std::vector<bool> continued(before, false);
    for (const int index : match)
        if (index >= 0) continued[static_cast<size_t>(index)] = true;
    std::vector<size_t> gone;
    for (size_t i = 0; i < before; ++i)
        if (!continued[i]) gone.push_back(i);
    return gone;
}

const Opinion* rowOf(const std::vector<Opinion>& scale, ColourRole role) {
    const auto found = std::ranges::find(scale, role, &Opinion::colour);
    return found == scale.end() ? nullptr : &*found;
}

bool sameScale(const std::vector<Opinion>& before, const std::vector<Opinion>& after) {
    return std::ranges::equal(before, after, [](const Opinion& one, const Opinion& other) {
        return one.word == other.word && one.colour == other.colour;
    });
}

std::vector<Crosswalk> crosswalkOf(const std::vector<Opinion>& before, const std::vector<Opinion>& after) {
    std::vector<Crosswalk> rows;
    for (const ColourRole role :
         {ColourRole::Good, ColourRole::Fair, ColourRole::Caution, ColourRole::Poor, ColourRole::None}) {
        const Opinion* then = rowOf(before, role);
        const Opinion* now = rowOf(after, role);
        if (then != nullptr || now != nullptr)
            rows.push_back({role, then == nullptr ? "" : then->word, now == nullptr ? "" : now->word});
    }
    return rows;
}

std::optional<OpinionMove> moveOf(const Opinion& before, const Opinion& after, bool scaleChanged) {
    const bool was = before.colour != ColourRole::None;
    const bool is = after.colour != ColourRole::None;
    if (!was && !is) return std::nullopt;
    if (!was) return OpinionMove::FirstGiven;
    if (!is) return OpinionMove::Withdrawn;
    // Within one scale its own ranks count; across two only the colour roles mean the same on both sides.
    const int then = scaleChanged ? static_cast<int>(before.colour) : before.rank;
    const int now = scaleChanged ? static_cast<int>(after.colour) : after.rank;
    if (then == now) return before.word == after.word ? std::nullopt : std::optional(OpinionMove::Renamed);
    return now < then ? OpinionMove::Up : OpinionMove::Down;
}

void compareOpinions(Changes& changes, const Checklist& before, const Checklist& after) {
    changes.scaleChanged = !sameScale(before.scale, after.scale);
    if (changes.scaleChanged) changes.crosswalk = crosswalkOf(before.scale, after.scale);
    for (const Element& element : after.elements) {
        const auto then = std::ranges::find(before.elements, element.number, &Element::number);
        const Opinion& now = opinionOf(after, element);
        const Opinion& was =
            then == before.elements.end() ? *rowOf(before.scale, ColourRole::None) : opinionOf(before, *then);
        if (const auto move = moveOf(was, now, changes.scaleChanged))
            changes.opinions.push_back(
                {element.number, element.title, *move, was, now, element.opinionDate, element.opinionBy});
    }
    std::ranges::stable_sort(changes.opinions, {}, [](const OpinionChange& change) {
        static constexpr std::array kOrder = {0, 2, 3, 1, 4}; // down, withdrawn, up, first given, renamed
        return kOrder[static_cast<size_t>(change.move)];
    });
}

ActionChange actionNow(const Action& action, Day asOf) {
    ActionChange change;
    change.id = action.id;
    change.element = action.element;
    change.text = action.text;
    change.owner = action.owner;
    change.status = action.status;
    change.due = action.due;
    change.completed = action.completed;
    change.daysLate = daysLate(action, asOf);
    return change;
}

int importance(const ActionChange& change) {
    if (change.newlyOverdue) return 0;
    if (change.reopened) return 1;
    if (change.gone) return 2;
    if (change.dateMoved && !change.closed) return change.daysLate > 0 ? 3 : 4;
    if (change.closed) return 5;
    return change.isNew ? 6 : 7;
}

bool isNews(const ActionChange& change) {
    return change.isNew || change.gone || change.closed || change.reopened || change.dateMoved || change.newlyOverdue ||
           change.reworded;
}

/// For every action of the last checklist, how often its date changed from one checklist to the next.
std::vector<int> timesMoved(std::span<const DatedChecklist> series) {
    std::vector<int> moves(series.front().checklist->actions.size(), 0);
    for (size_t step = 1; step < series.size(); ++step) {
        const Checklist& then = *series[step - 1].checklist;
        const Checklist& now = *series[step].checklist;
        const auto match = matchRows(rowsOf(then, then.actions), rowsOf(now, now.actions), Rewording::Yes);
        std::vector<int> carried(now.actions.size(), 0);
        for (size_t i = 0; i < now.actions.size(); ++i) {
            if (match[i] < 0) continue;
            const auto was = static_cast<size_t>(match[i]);
            carried[i] = moves[was] + (then.actions[was].due != now.actions[i].due ? 1 : 0);
        }
        moves = std::move(carried);
    }
    return moves;
}

void compareActions(Changes& changes, const Checklist& before, const Checklist& after, const std::vector<int>& moves) {
    const auto match = matchRows(rowsOf(before, before.actions), rowsOf(after, after.actions), Rewording::Yes);
    for (size_t i = 0; i < after.actions.size(); ++i) {
        const Action& now = after.actions[i];
        ActionChange change = actionNow(now, changes.asOfAfter);
        const bool overdue = change.daysLate > 0;
        change.timesMoved = moves[i];
        if (match[i] < 0) {
            change.isNew = true;
            change.newlyOverdue = overdue;
            change.closed = !isOutstanding(now);
        } else {
            const Action& then = before.actions[static_cast<size_t>(match[i])];
            change.closed = isOutstanding(then) && !isOutstanding(now);
            change.reopened = !isOutstanding(then) && isOutstanding(now);
            if (then.due != now.due) change.timesMoved = std::max(change.timesMoved, 1);
            change.dateMoved = change.timesMoved > 0; // there and back again is two moves
            if (change.dateMoved) change.dueBefore = then.due;
            change.newlyOverdue = overdue && !isOverdue(then, changes.asOfBefore);
            change.reworded = otherWords(then.text, now.text);
            if (change.reworded) change.textBefore = then.text;
        }
        if (isNews(change)) changes.actions.push_back(std::move(change));
    }
    for (const size_t i : unmatched(before.actions.size(), match)) {
        // A done one that is no longer listed is housekeeping.
        if (!isOutstanding(before.actions[i])) continue;
        ActionChange change = actionNow(before.actions[i], changes.asOfAfter);
        change.gone = true;
        change.daysLate = 0;
        changes.actions.push_back(std::move(change));
    }
}

void sortActions(Changes& changes) {
    std::ranges::stable_sort(changes.actions, {}, [](const ActionChange& change) {
        return std::tuple{importance(change), -change.daysLate, -change.timesMoved, change.element};
    });
}

std::optional<EvidenceMove> moveOf(const Evidence& then, bool staleThen, const Evidence& now, bool staleNow) {
    if (staleNow && !staleThen) return EvidenceMove::GoneStale;
    if (now.covers.known() && (!then.covers.known() || now.covers.last() > then.covers.last()))
        return EvidenceMove::Refreshed;
    if (otherWords(then.name, now.name)) return EvidenceMove::Renamed;
    return std::nullopt;
}

void compareEvidence(Changes& changes, const Checklist& before, const Checklist& after) {
    const auto match = matchRows(rowsOf(before, before.evidence), rowsOf(after, after.evidence), Rewording::No);
    const auto supports = elementsOfEvidence(after);
    const auto supported = elementsOfEvidence(before);
    for (size_t i = 0; i < after.evidence.size(); ++i) {
        const Evidence& now = after.evidence[i];
        EvidenceChange change{
            now.id, EvidenceMove::Added, now.name,    "", now.line,  lineWord(after, now.line), now.covers,
            {},     supports[i],         now.marking, "", Shown::All};
        if (match[i] >= 0) {
            const Evidence& then = before.evidence[static_cast<size_t>(match[i])];
            const auto move =
                moveOf(then, isStale(before, then, changes.asOfBefore), now, isStale(after, now, changes.asOfAfter));
            if (!move) continue;
            change.move = *move;
            change.markingBefore = then.marking;
            if (otherWords(then.name, now.name)) change.nameBefore = then.name;
            if (then.covers != now.covers) change.coversBefore = then.covers;
        }
        changes.evidence.push_back(std::move(change));
    }
    for (const size_t i : unmatched(before.evidence.size(), match)) {
        const Evidence& then = before.evidence[i];
        changes.evidence.push_back({then.id,
                                    EvidenceMove::Gone,
                                    then.name,
                                    "",
                                    then.line,
                                    lineWord(before, then.line),
                                    then.covers,
                                    {},
                                    supported[i],
                                    then.marking,
                                    "",
                                    Shown::All});
    }
    // What an outsider says weighs most, so within a kind of change the third line leads.
    std::ranges::stable_sort(changes.evidence, {}, [](const EvidenceChange& change) {
        return std::pair{change.move, -static_cast<int>(change.line)};
    });
}

void comparePositions(Changes& changes, const Checklist& before, const Checklist& after) {
    const auto match = matchRows(rowsOf(before, before.positions), rowsOf(after, after.positions), Rewording::Yes);
    for (size_t i = 0; i < after.positions.size(); ++i) {
        const Position& now = after.positions[i];
        if (match[i] < 0) {
            changes.positions.push_back({now.element, PositionMove::Added, now.text, ""});
            continue;
        }
        const Position& then = before.positions[static_cast<size_t>(match[i])];
        if (otherWords(then.text, now.text))
            changes.positions.push_back({now.element, PositionMove::Reworded, now.text, then.text});
    }
    for (const size_t i : unmatched(before.positions.size(), match))
        changes.positions.push_back({before.positions[i].element, PositionMove::Gone, before.positions[i].text, ""});
    std::ranges::stable_sort(changes.positions, {}, [](const PositionChange& change) {
        return std::pair{change.element, change.move};
    });
}

void count(Changes& changes) {
    ChangeCounts& counts = changes.counts;
    for (const OpinionChange& change : changes.opinions) {
        counts.up += change.move == OpinionMove::Up ? 1 : 0;
        counts.down += change.move == OpinionMove::Down ? 1 : 0;
        counts.firstGiven += change.move == OpinionMove::FirstGiven ? 1 : 0;
        counts.withdrawn += change.move == OpinionMove::Withdrawn ? 1 : 0;
    }
    for (const ActionChange& change : changes.actions) {
        counts.closed += change.closed ? 1 : 0;
        counts.newActions += change.isNew ? 1 : 0;
        counts.dateMoved += change.dateMoved ? 1 : 0;
        counts.newlyOverdue += change.newlyOverdue ? 1 : 0;
        counts.goneActions += change.gone ? 1 : 0;
        counts.reopened += change.reopened ? 1 : 0;
        counts.rewordedActions += change.reworded ? 1 : 0;
    }
    for (const EvidenceChange& change : changes.evidence) {
        counts.added += change.move == EvidenceMove::Added ? 1 : 0;
        counts.refreshed += change.move == EvidenceMove::Refreshed ? 1 : 0;
        counts.goneEvidence += change.move == EvidenceMove::Gone ? 1 : 0;
        counts.goneStale += change.move == EvidenceMove::GoneStale ? 1 : 0;
    }
    for (const PositionChange& change : changes.positions) {
        counts.reworded += change.move == PositionMove::Reworded ? 1 : 0;
        counts.newPositions += change.move == PositionMove::Added ? 1 : 0;
        counts.gonePositions += change.move == PositionMove::Gone ? 1 : 0;
    }
}

} // namespace

Changes compareChecklists(const Checklist& before, Day beforeAsOf, const Checklist& after, Day afterAsOf) {
    const std::array series = {DatedChecklist{&before, beforeAsOf}, DatedChecklist{&after, afterAsOf}};
    return compareHistory(series);
}

Changes compareHistory(std::span<const DatedChecklist> series) {
    assert(!series.empty());
    const Checklist& before = *series.front().checklist;
    const Checklist& after = *series.back().checklist;
    Changes changes;
    changes.positionBefore = before.positionDate;
    changes.positionAfter = after.positionDate;
    changes.asOfBefore = series.front().asOf;
    changes.asOfAfter = series.back().asOf;
    compareOpinions(changes, before, after);
    compareActions(changes, before, after, timesMoved(series));
    sortActions(changes);
    compareEvidence(changes, before, after);
    comparePositions(changes, before, after);
    count(changes);
    return changes;
}

Day comparisonDay(const Snapshot& before, Day asOf) {
    std::optional<Day> day = positionDay(before.checklist);
    if (!day)
        if (const auto made = parseIsoDate(std::string_view(before.meta.created).substr(0, 10))) day = made->last();
    return day && std::chrono::sys_days{*day} < std::chrono::sys_days{asOf} ? *day : asOf;
}

} // namespace sightline
