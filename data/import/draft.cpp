#include "data/import/draft.h"

#include <algorithm>

#include "data/defaults.h"
#include "data/import/date_rule.h"
#include "data/import/line_rule.h"
#include "data/import/name_match.h"
#include "data/import/named_files.h"
#include "data/import/text.h"

namespace sightline {
namespace {

template <class Rows>
int nextId(const Rows& rows) {
    return static_cast<int>(rows.size()) + 1;
}

template <class Rows>
int countFrom(const Rows& rows, int source) {
    return static_cast<int>(std::ranges::count_if(rows, [&](const auto& row) { return row.place.source == source; }));
}

} // namespace

Draft::Draft() {
    checklist.scale = defaultScale();
    checklist.lines = defaultLines();
}

int Draft::addSource(std::string name, std::string kind, std::string_view bytes) {
    const int id = nextId(checklist.sources);
    checklist.sources.push_back({id, name, kind, blake2b256(bytes), static_cast<std::int64_t>(bytes.size())});
    report.sources.push_back({std::move(name), std::move(kind), {}, 0, 0, 0, 0});
    return id;
}

Element* Draft::element(int number) {
    const auto it = std::ranges::find(checklist.elements, number, &Element::number);
    return it == checklist.elements.end() ? nullptr : &*it;
}

void Draft::addElement(Element element) { checklist.elements.push_back(std::move(element)); }

void Draft::addStatement(std::vector<Statement>& list, std::string text, const Place& place) {
    list.push_back({nextId(list), std::move(text), place});
}

void Draft::addPosition(int element, std::string text, const Place& place) {
    checklist.positions.push_back({nextId(checklist.positions), element, std::move(text), place});
}

void Draft::addAction(int element, std::string text, std::string owner, const PartialDate& due, const Place& place) {
    checklist.actions.push_back(
        {nextId(checklist.actions), element, std::move(text), std::move(owner), due, ActionStatus::Open, {}, place});
}

void Draft::addEvidence(const Mention& mention) {
    const auto [it, isNew] = evidenceByName_.try_emplace(nameKey(mention.name), checklist.evidence.size());
    if (isNew) {
        Evidence item;
        item.id = nextId(checklist.evidence);
        item.name = mention.name;
        item.link = mention.link;
        item.place = mention.place;
        addDetail(item, mention.detail);
        checklist.evidence.push_back(std::move(item));
    } else {
        merge(checklist.evidence[it->second], mention);
    }
    const int id = checklist.evidence[it->second].id;
    if (mentioned_.try_emplace({id, mention.element}, true).second)
        checklist.links.push_back({id, mention.element, ++seats_[mention.element], mention.place});
}

void Draft::merge(Evidence& item, const Mention& mention) {
    const bool again = mentioned_.contains({item.id, mention.element});
    report.merged.push_back({at(mention.place), mention.name,
                             std::string(again ? "named again in the same element; " : "") +
                                 "taken as the same item as " + inQuotes(item.name) + " (" + item.place.where + ")",
                             0});
    addDetail(item, mention.detail);
    if (item.link.empty())
        item.link = mention.link;
    else if (!mention.link.empty() && mention.link != item.link)
        report.unclear.push_back(
            {at(mention.place), mention.link,
             "a second link for " + inQuotes(item.name) + "; the first one, " + inQuotes(item.link) + ", was kept", 0});
}

void Draft::addDetail(Evidence& item, const std::string& lines) {
    size_t begin = 0;
    while (begin < lines.size()) {
        const size_t end = std::min(lines.find('\n', begin), lines.size());
        const std::string line = lines.substr(begin, end - begin);
        if (details_.emplace(item.id, line).second) item.detail.append(item.detail.empty() ? "" : "\n").append(line);
        begin = end + 1;
    }
}

std::string Draft::at(const Place& place) const {
    if (place.source < 1 || static_cast<size_t>(place.source) > checklist.sources.size()) return place.where;
    const std::string& name = checklist.sources[static_cast<size_t>(place.source) - 1].name;
    return place.where.empty() ? name : name + ", " + place.where;
}

void Draft::recogniseDates() {
    for (Evidence& item : checklist.evidence) {
        const DateCovered covered = dateCovered(item.name + "\n" + item.detail, checklist.positionDate);
        item.covers = covered.date;
        if (covered.date.known())
            report.recognised.push_back({at(item.place), item.name,
                                         "date covered " + longDate(covered.date) + ", from " + inQuotes(covered.words),
                                         0});
        if (!covered.unclear.empty()) report.unclear.push_back({at(item.place), item.name, covered.unclear, 0});
    }
}

void Draft::guessLines() {
    for (Evidence& item : checklist.evidence) {
        const LineGuess guess = guessLine(item.name);
        item.line = guess.line;
        item.lineGuessed = true;
        report.guessed.push_back({at(item.place), item.name, lineGuessInWords(guess), 0});
    }
}

void Draft::order() {
    std::ranges::sort(checklist.elements, {}, &Element::number);
    std::ranges::stable_sort(checklist.links, {}, [](const EvidenceLink& l) { return std::pair(l.element, l.seat); });
}

void Draft::count() {
    for (size_t i = 0; i < report.sources.size(); ++i) {
        const int id = checklist.sources[i].id;
        const std::pair<const char*, int> counts[] = {
            {"element", countFrom(checklist.elements, id)},     {"position", countFrom(checklist.positions, id)},
            {"evidence", countFrom(checklist.evidence, id)},    {"evidence_element", countFrom(checklist.links, id)},
            {"action", countFrom(checklist.actions, id)},       {"culture", countFrom(checklist.culture, id)},
            {"background", countFrom(checklist.background, id)}};
        for (const auto& [table, rows] : counts) report.sources[i].counts.emplace_back(table, rows);
    }
}

Imported Draft::finish() {
    recogniseDates();
    guessLines();
    order();
    count();
    return {std::move(checklist), std::move(report)};
}

} // namespace sightline
