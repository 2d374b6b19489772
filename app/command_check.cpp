#include "app/command_check.h"

#include <cstdio>

#include "app/open_source.h"
#include "app/report_failure.h"
#include "data/summary.h"

namespace sightline {

ExitCode runCheck(const CheckOptions& options) {
    const auto snapshot = openSource({.snapshot = options.snapshot, .sample = {}});
    if (!snapshot) return reportFailure(snapshot.error());
    const Checklist& checklist = (*snapshot)->checklist;
    const Summary summary = summarise(checklist, today());
    const std::string date = longDate(checklist.positionDate);
    std::printf("%s: sound. %s, number %lld, made %s by %s.\n", options.snapshot.c_str(), checklist.authority.c_str(),
                static_cast<long long>((*snapshot)->meta.sequence), (*snapshot)->meta.created.c_str(),
                (*snapshot)->meta.generator.c_str());
    std::printf("%zu elements, %d positions, %d pieces of evidence (%d mentions), %zu actions.\n",
                checklist.elements.size(), summary.positions, summary.evidenceItems, summary.evidenceLinks,
                checklist.actions.size());
    if (summary.guessed > 0)
        std::printf(
            "Note: the line of assurance of %d pieces of evidence was guessed by keyword; the wall marks them.\n",
            summary.guessed);
    bool findings = false;
    if (date.empty()) {
        std::puts("Finding: there is no position date, so the wall cannot say how old this is.");
        findings = true;
    } else {
        std::printf("Position of %s.\n", date.c_str());
    }
    if (checklist.elements.size() < 6) {
        std::printf("Finding: %zu of the six elements are there.\n", checklist.elements.size());
        findings = true;
    }
    return findings ? kFindings : kFine;
}

} // namespace sightline
