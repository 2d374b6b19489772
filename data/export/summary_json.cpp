#include "data/export/summary_json.h"

#include <nlohmann/json.hpp>

#include "data/rules.h"
#include "data/summary.h"

namespace sightline {
namespace {

using Json = nlohmann::ordered_json;

Json elementJson(const Checklist& checklist, const Element& element, const ElementSummary& counts) {
    return {{"number", element.number},
            {"title", element.title},
            {"opinion", opinionOf(checklist, element).word},
            {"positions", counts.positions},
            {"evidence", counts.evidence},
            {"management", counts.line(Line::Management).count},
            {"oversight", counts.line(Line::Oversight).count},
            {"independent", counts.line(Line::Independent).count},
            {"stale", counts.stale},
            {"outstanding", counts.outstanding},
            {"overdue", counts.overdue}};
}

} // namespace

std::string summaryJson(const Snapshot& snapshot, Day asOf) {
    const Checklist& checklist = snapshot.checklist;
    const Summary summary = summarise(checklist, asOf);
    Json json;
    json["authority"] = checklist.authority;
    json["position_date"] = nullptr;
    if (checklist.positionDate.known()) json["position_date"] = isoDate(checklist.positionDate);
    json["elements"] = Json::array();
    for (size_t i = 0; i < checklist.elements.size(); ++i)
        json["elements"].push_back(elementJson(checklist, checklist.elements[i], summary.elements[i]));
    json["evidence_items"] = summary.evidenceItems;
    json["outstanding"] = summary.outstanding;
    json["overdue"] = summary.overdue;
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace sightline
