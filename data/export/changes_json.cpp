#include "data/export/changes_json.h"

#include <array>
#include <nlohmann/json.hpp>

namespace sightline {
namespace {

using Json = nlohmann::ordered_json;

Json dateJson(const PartialDate& date) { return date.known() ? Json(isoDate(date)) : Json(nullptr); }
Json textJson(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

const char* word(OpinionMove move) {
    static constexpr std::array kWords = {"down", "up", "first given", "withdrawn", "renamed"};
    return kWords[static_cast<size_t>(move)];
}
const char* word(EvidenceMove move) {
    static constexpr std::array kWords = {"gone stale", "gone", "added", "refreshed", "renamed"};
    return kWords[static_cast<size_t>(move)];
}
const char* word(PositionMove move) {
    static constexpr std::array kWords = {"reworded", "added", "gone"};
    return kWords[static_cast<size_t>(move)];
}
const char* word(ActionStatus status) {
    static constexpr std::array kWords = {"open", "in progress", "done"};
    return kWords[static_cast<size_t>(status)];
}
const char* word(ColourRole role) {
    static constexpr std::array kWords = {"good", "fair", "caution", "poor", "none"};
    return kWords[static_cast<size_t>(role)];
}
const char* word(Line line) {
    static constexpr std::array kWords = {"management", "oversight", "independent"};
    return kWords[static_cast<size_t>(line) - 1];
}

Json happened(const ActionChange& change) {
    Json words = Json::array();
    if (change.newlyOverdue) words.push_back("newly overdue");
    if (change.reopened) words.push_back("reopened");
    if (change.gone) words.push_back("gone");
    if (change.closed) words.push_back("closed");
    if (change.isNew) words.push_back("new");
    if (change.dateMoved) words.push_back("date moved");
    if (change.reworded) words.push_back("reworded");
    return words;
}

Json countsJson(const ChangeCounts& counts) {
    return {{"opinions_up", counts.up},
            {"opinions_down", counts.down},
            {"opinions_first_given", counts.firstGiven},
            {"opinions_withdrawn", counts.withdrawn},
            {"actions_closed", counts.closed},
            {"actions_new", counts.newActions},
            {"actions_date_moved", counts.dateMoved},
            {"actions_newly_overdue", counts.newlyOverdue},
            {"actions_gone", counts.goneActions},
            {"actions_reopened", counts.reopened},
            {"actions_reworded", counts.rewordedActions},
            {"evidence_added", counts.added},
            {"evidence_refreshed", counts.refreshed},
            {"evidence_gone", counts.goneEvidence},
            {"evidence_gone_stale", counts.goneStale},
            {"positions_reworded", counts.reworded},
            {"positions_new", counts.newPositions},
            {"positions_gone", counts.gonePositions}};
}

Json scaleJson(const Changes& changes) {
    Json rows = Json::array();
    for (const Crosswalk& row : changes.crosswalk)
        rows.push_back({{"role", word(row.role)}, {"before", textJson(row.before)}, {"after", textJson(row.after)}});
    return {{"changed", changes.scaleChanged}, {"crosswalk", rows}};
}

Json opinionJson(const OpinionChange& change) {
    return {{"element", change.element},    {"title", change.title},      {"change", word(change.move)},
            {"before", change.before.word}, {"after", change.after.word}, {"date", dateJson(change.date)},
            {"by", textJson(change.by)}};
}

Json actionJson(const ActionChange& change) {
    return {{"element", change.element},
            {"id", change.id},
            {"text", change.text},
            {"changes", happened(change)},
            {"owner", textJson(change.owner)},
            {"status", word(change.status)},
            {"due", dateJson(change.due)},
            {"due_before", dateJson(change.dueBefore)},
            {"times_moved", change.timesMoved},
            {"days_late", change.daysLate},
            {"completed", dateJson(change.completed)},
            {"text_before", textJson(change.textBefore)}};
}

Json evidenceJson(const EvidenceChange& change) {
    return {{"id", change.id},
            {"name", change.name},
            {"change", word(change.move)},
            {"line", word(change.line)},
            {"covers", dateJson(change.covers)},
            {"covers_before", dateJson(change.coversBefore)},
            {"name_before", textJson(change.nameBefore)},
            {"elements", change.elements}};
}

Json positionJson(const PositionChange& change) {
    return {{"element", change.element},
            {"change", word(change.move)},
            {"text", change.text},
            {"text_before", textJson(change.textBefore)}};
}

template <class Row>
Json listJson(const std::vector<Row>& rows, Json (*rowJson)(const Row&)) {
    Json list = Json::array();
    for (const Row& row : rows) list.push_back(rowJson(row));
    return list;
}

} // namespace

std::string changesJson(const Changes& changes) {
    Json json;
    json["from"] = {{"position_date", dateJson(changes.positionBefore)}, {"as_of", isoDate(changes.asOfBefore)}};
    json["to"] = {{"position_date", dateJson(changes.positionAfter)}, {"as_of", isoDate(changes.asOfAfter)}};
    json["counts"] = countsJson(changes.counts);
    json["scale"] = scaleJson(changes);
    json["opinions"] = listJson(changes.opinions, opinionJson);
    json["actions"] = listJson(changes.actions, actionJson);
    json["evidence"] = listJson(changes.evidence, evidenceJson);
    json["positions"] = listJson(changes.positions, positionJson);
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace sightline
