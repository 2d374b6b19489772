#include "app/command_summary.h"

#include <cstdio>

#include "app/day_for.h"
#include "app/open_source.h"
#include "app/report_failure.h"
#include "data/export/summary_json.h"
#include "data/rules.h"
#include "data/summary.h"

namespace sightline {

namespace {

void printForPeople(const Snapshot& snapshot, Day asOf) {
    const Checklist& checklist = snapshot.checklist;
    const Summary summary = summarise(checklist, asOf);
    const std::string date = longDate(checklist.positionDate);
    std::printf("%s, position of %s, looked at from %s\n", checklist.authority.c_str(),
                date.empty() ? "an unknown date" : date.c_str(), isoDate(asOf).c_str());
    for (std::size_t i = 0; i < checklist.elements.size(); ++i) {
        const Element& element = checklist.elements[i];
        const ElementSummary& counts = summary.elements[i];
        std::printf("%d. %s: %s. %d positions; %d pieces of evidence (%d management, %d oversight, %d independent; "
                    "%d stale); %d actions outstanding, %d overdue\n",
                    element.number, element.title.c_str(), opinionOf(checklist, element).word.c_str(), counts.positions,
                    counts.evidence, counts.line(Line::Management).count, counts.line(Line::Oversight).count,
                    counts.line(Line::Independent).count, counts.stale, counts.outstanding, counts.overdue);
    }
    std::printf("In all: %d positions; %d pieces of evidence, %d mentions; %d actions outstanding, %d overdue\n",
                summary.positions, summary.evidenceItems, summary.evidenceLinks, summary.outstanding, summary.overdue);
}

} // namespace

ExitCode runSummary(const SummaryOptions& options) {
    const auto snapshot = openSource(options.source);
    if (!snapshot) return reportFailure(snapshot.error());
    const Day asOf = dayFor(options.asOf, snapshot->get());
    if (options.json)
        std::printf("%s\n", summaryJson(**snapshot, asOf).c_str());
    else
        printForPeople(**snapshot, asOf);
    return kFine;
}

} // namespace sightline
