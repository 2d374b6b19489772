#include "data/import/pages_report.h"

#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kExcerpt = 90; // characters: one line of a terminal beside the place

std::string counted(size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

std::string listText(const std::string& heading, const std::vector<ReportEntry>& entries) {
    if (entries.empty()) return {};
    std::string out = "\n" + heading + " (" + std::to_string(entries.size()) + ")\n";
    for (const ReportEntry& entry : entries) {
        out += "  " + entry.place + ": ";
        if (!entry.text.empty()) out += inQuotes(entry.text, kExcerpt) + ": ";
        out += entry.why + ".\n";
    }
    return out;
}

std::string headline(const PagesReport& report) {
    const size_t documents = report.read.size() + report.takenOver.size();
    if (report.folder.empty()) {
        if (documents == 0) return {};
        return "No folder of evidence was given, so " + counted(documents, "document", "documents") + " with " +
               counted(static_cast<size_t>(report.pages), "page", "pages") +
               " stay as they were in the snapshot that was there; --without-pages leaves them out.\n";
    }
    std::string out = "Evidence from " + report.folder + ": " + counted(documents, "document", "documents") + " with " +
                      counted(static_cast<size_t>(report.pages), "page", "pages") + " (" +
                      std::to_string(report.read.size()) + " read, " + std::to_string(report.takenOver.size()) +
                      " taken over unchanged).\n";
    if (report.withoutFile > 0)
        out += "  " +
               counted(static_cast<size_t>(report.withoutFile), "piece of evidence has", "pieces of evidence have") +
               " no file.\n";
    return out;
}

} // namespace

std::string PagesReport::text() const {
    std::string out = headline(*this);
    out += listText("Files left out of the snapshot", leftOut);
    out += listText("Files that are no evidence's", unmatched);
    out += listText("Evidence whose file is not there", missing);
    out += listText("Documents of the snapshot that was there, and not of this one", gone);
    out += listText("Pages read", read);
    out += listText(folder.empty() ? "Pages kept" : "Pages taken over unchanged", takenOver);
    return out.empty() ? out : "\n" + out;
}

} // namespace sightline
