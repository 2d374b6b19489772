#include "data/change_words.h"

#include <array>

#include "data/rules.h"

namespace sightline {
namespace {

/// Parts with " · " between; empty ones are left out.
class Dotted {
public:
    Dotted& add(std::string_view part) {
        if (!part.empty()) text.append(text.empty() ? "" : " · ").append(part);
        return *this;
    }
    Dotted& count(int number, std::string_view words) {
        return number == 0 ? *this : add(std::to_string(number) + " " + std::string(words));
    }
    [[nodiscard]] std::string take() { return std::move(text); }

private:
    std::string text;
};

std::string numbered(int count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

std::string dateOr(const PartialDate& date, const std::string& none) { return date.known() ? shortDate(date) : none; }

ChangeLine opinionLine(const OpinionChange& change) {
    static constexpr std::array kTags = {"down", "up", "first given", "withdrawn", "renamed"};
    static constexpr std::array kMarks = {ChangeMark::Down, ChangeMark::Up, ChangeMark::New, ChangeMark::Gone,
                                          ChangeMark::Reworded};
    const auto move = static_cast<size_t>(change.move);
    ChangeLine line;
    line.mark = kMarks[move];
    line.element = change.element;
    line.title = std::to_string(change.element) + " " + change.title;
    line.note =
        Dotted().add(change.before.word + " → " + change.after.word).add(change.by).add(shortDate(change.date)).take();
    line.tag = kTags[move];
    line.alarm = change.move == OpinionMove::Down || change.move == OpinionMove::Withdrawn;
    return line;
}

std::string movedWords(const ActionChange& change) {
    if (!change.dateMoved) return change.closed ? "" : dateOr(change.due, "no date yet");
    const std::string moved =
        change.timesMoved == 1 && !change.dueBefore.known() ? "" : "moved " + times(change.timesMoved);
    const std::string now = dateOr(change.due, "no date now");
    if (!change.dueBefore.known()) return Dotted().add(now + ", had no date").add(moved).take();
    if (change.due == change.dueBefore) return Dotted().add(now + " again").add(moved).take();
    return Dotted().add(now + ", was " + shortDate(change.dueBefore)).add(moved).take();
}

/// What the row is marked with and ends in: the most important of what happened.
void lead(ChangeLine& line, const ActionChange& change) {
    if (change.daysLate > 0) {
        line.mark = change.newlyOverdue ? ChangeMark::Late : change.isNew ? ChangeMark::New : ChangeMark::Moved;
        line.tag = numbered(change.daysLate, "day") + " late";
        line.alarm = true;
    } else if (change.gone) {
        line.mark = ChangeMark::Gone;
        line.tag = "gone";
    } else if (change.closed) {
        line.mark = ChangeMark::Done;
        line.tag = "done";
    } else if (change.reopened) {
        line.mark = ChangeMark::Reworded;
        line.tag = "reopened";
        line.alarm = true;
    } else if (change.isNew) {
        line.mark = ChangeMark::New;
        line.tag = "new";
    } else if (change.dateMoved) {
        line.mark = ChangeMark::Moved;
        line.tag = !change.dueBefore.known() ? "dated" : "moved";
    } else {
        line.mark = ChangeMark::Reworded;
        line.tag = "reworded";
    }
}

ChangeLine actionLine(const ActionChange& change) {
    ChangeLine line;
    line.element = change.element;
    line.title = change.text;
    line.before = change.textBefore;
    lead(line, change);
    Dotted note;
    if (change.closed)
        note.add(change.completed.known() ? "done " + shortDate(change.completed) : "done, day not given");
    if (change.isNew && line.tag != "new") note.add("new");
    if (change.reopened && line.tag != "reopened") note.add("reopened");
    if (change.gone) note.add("no longer listed, and not marked as done");
    note.add(movedWords(change));
    if (!change.closed) note.add(change.owner.empty() ? "no owner" : change.owner);
    if (change.reworded && line.tag != "reworded") note.add("reworded");
    line.note = note.take();
    return line;
}

std::string supports(const std::vector<int>& elements) {
    std::string list;
    for (const int element : elements) list += (list.empty() ? "" : ", ") + std::to_string(element);
    return list.empty() ? "" : "supports " + list;
}

ChangeLine evidenceLine(const EvidenceChange& change) {
    static constexpr std::array kTags = {"gone stale", "gone", "new", "refreshed", "renamed"};
    static constexpr std::array kMarks = {ChangeMark::Stale, ChangeMark::Gone, ChangeMark::New, ChangeMark::Refreshed,
                                          ChangeMark::Reworded};
    const auto move = static_cast<size_t>(change.move);
    ChangeLine line;
    line.mark = kMarks[move];
    line.title = change.name;
    line.tag = kTags[move];
    line.alarm = change.move == EvidenceMove::GoneStale;
    line.before = change.nameBefore;
    std::string date = dateOr(change.covers, "no date");
    if (change.move == EvidenceMove::Refreshed)
        date += change.coversBefore.known() ? ", was " + shortDate(change.coversBefore) : ", had no date";
    if (change.shown == Shown::Nothing) date.clear();
    line.note = Dotted().add(change.lineWord).add(date).add(supports(change.elements)).take();
    return line;
}

ChangeLine positionLine(const PositionChange& change) {
    static constexpr std::array kTags = {"reworded", "new", "gone"};
    static constexpr std::array kMarks = {ChangeMark::Reworded, ChangeMark::New, ChangeMark::Gone};
    const auto move = static_cast<size_t>(change.move);
    ChangeLine line;
    line.mark = kMarks[move];
    line.element = change.element;
    line.title = change.text;
    line.tag = kTags[move];
    line.before = change.textBefore;
    return line;
}

template <class Row>
ChangeSection section(std::string heading, std::string counts, std::string nothing, const std::vector<Row>& rows,
                      ChangeLine (*lineOf)(const Row&)) {
    ChangeSection made{std::move(heading), std::move(counts), std::move(nothing), {}};
    made.lines.reserve(rows.size());
    for (const Row& row : rows) made.lines.push_back(lineOf(row));
    return made;
}

std::string dateOrUnknown(const PartialDate& date) { return date.known() ? longDate(date) : "an unknown date"; }

} // namespace

std::vector<ChangeSection> changeSections(const Changes& changes) {
    const ChangeCounts& n = changes.counts;
    return {
        section("Opinions",
                Dotted()
                    .count(n.down, "down")
                    .count(n.withdrawn, "withdrawn")
                    .count(n.up, "up")
                    .count(n.firstGiven, "first given")
                    .take(),
                "No opinion changed.", changes.opinions, opinionLine),
        section("Actions",
                Dotted()
                    .count(n.newlyOverdue, "newly overdue")
                    .count(n.reopened, "reopened")
                    .count(n.goneActions, "gone")
                    .count(n.dateMoved, n.dateMoved == 1 ? "date moved" : "dates moved")
                    .count(n.closed, "done")
                    .count(n.newActions, "new")
                    .take(),
                "No action changed.", changes.actions, actionLine),
        section("Evidence",
                Dotted()
                    .count(n.goneStale, "gone stale")
                    .count(n.goneEvidence, "gone")
                    .count(n.added, "new")
                    .count(n.refreshed, "refreshed")
                    .take(),
                "No evidence changed.", changes.evidence, evidenceLine),
        section(
            "Positions",
            Dotted().count(n.reworded, "reworded").count(n.newPositions, "new").count(n.gonePositions, "gone").take(),
            "No position was reworded.", changes.positions, positionLine)};
}

ChangeHeadline changeHeadline(const Changes& changes) {
    if (changes.none()) return {"Nothing changed", ""};
    const ChangeCounts& n = changes.counts;
    return {Dotted()
                .count(n.down, "down")
                .count(n.withdrawn, "withdrawn")
                .count(n.up, "up")
                .count(n.firstGiven, "first given")
                .count(n.closed, n.closed == 1 ? "action done" : "actions done")
                .take(),
            Dotted().count(n.newlyOverdue, "newly overdue").take()};
}

std::string changePeriod(const Changes& changes) {
    std::string text = dateOrUnknown(changes.positionBefore) + " → " + dateOrUnknown(changes.positionAfter);
    if (changes.positionBefore.known() && changes.positionAfter.known())
        text += " · " + numbered(daysBetween(changes.positionBefore.last(), changes.positionAfter.last()), "day");
    return text;
}

std::string crosswalkSentence(const Changes& changes) {
    if (!changes.scaleChanged) return "";
    std::string same, then, now;
    const auto append = [](std::string& list, const std::string& words) { list += (list.empty() ? "" : ", ") + words; };
    for (const Crosswalk& row : changes.crosswalk) {
        if (row.before.empty())
            append(now, row.after);
        else if (row.after.empty())
            append(then, row.before);
        else if (row.before != row.after)
            append(same, row.before + " and " + row.after);
    }
    std::string text = "The opinion scale changed.";
    if (!same.empty()) text += " Compared as the same: " + same + ".";
    if (!then.empty()) text += " Only then: " + then + ".";
    if (!now.empty()) text += " Only now: " + now + ".";
    return text;
}

std::string times(int count) {
    if (count == 1) return "once";
    return count == 2 ? "twice" : std::to_string(count) + " times";
}

} // namespace sightline
