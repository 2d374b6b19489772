#include "data/import/merge_report.h"

#include <algorithm>
#include <iterator>

#include "data/import/name_match.h"
#include "data/import/text.h"

namespace sightline {
namespace {

constexpr const char* kRegister = "the register's was taken";

void addTo(std::vector<ReportEntry>& list, std::vector<ReportEntry>& more) {
    std::ranges::move(more, std::back_inserter(list));
}

} // namespace

std::string MergeChoice::text(const char* what, const std::string& document, const std::string& known) {
    if (known.empty()) return document;
    if (!document.empty() && document != known && (nameKey(document) != nameKey(known) || nameKey(known).empty()))
        differ(what, inQuotes(document), inQuotes(known), kRegister);
    return known;
}

PartialDate MergeChoice::date(const char* what, const PartialDate& document, const PartialDate& known) {
    if (!known.known()) return document;
    if (document.known() && document != known) differ(what, longDate(document), longDate(known), kRegister);
    return known;
}

PartialDate MergeChoice::later(const char* what, const PartialDate& document, const PartialDate& known) {
    if (!known.known() || !document.known()) return known.known() ? known : document;
    if (document != known) differ(what, longDate(document), longDate(known), "the later was taken");
    return std::chrono::sys_days{document.last()} > std::chrono::sys_days{known.last()} ? document : known;
}

void MergeChoice::differ(const char* what, const std::string& document, const std::string& known, const char* taken) {
    report_.contradicted.push_back(
        {place_, row_, std::string(what) + ": Word says " + document + ", the register " + known + "; " + taken, 0});
}

std::string placeInWords(const Checklist& checklist, const Place& place) {
    const auto source = std::ranges::find(checklist.sources, place.source, &SourceDocument::id);
    if (source == checklist.sources.end()) return place.where;
    return place.where.empty() ? source->name : source->name + ", " + place.where;
}

void append(ImportReport& report, ImportReport other) {
    std::ranges::move(other.sources, std::back_inserter(report.sources));
    addTo(report.unclear, other.unclear);
    addTo(report.skipped, other.skipped);
    addTo(report.guessed, other.guessed);
    addTo(report.recognised, other.recognised);
    addTo(report.merged, other.merged);
}

} // namespace sightline
