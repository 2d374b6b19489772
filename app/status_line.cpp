#include "app/status_line.h"

#include "data/date.h"

namespace sightline {

std::string statusLine(const Arrival& arrival, const std::string& panel) {
    std::string line = "No snapshot yet.";
    if (arrival.snapshot) {
        const Checklist& checklist = arrival.snapshot->checklist;
        line = "Showing " + checklist.authority;
        if (checklist.positionDate.known()) line += ", position as at " + longDate(checklist.positionDate);
        line += ".";
    }
    if (!arrival.problem.empty()) line += " " + arrival.problem;
    if (!panel.empty()) line += " The panel is " + panel + ".";
    return line;
}

} // namespace sightline
