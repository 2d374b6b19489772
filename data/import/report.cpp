#include "data/import/report.h"

#include <nlohmann/json.hpp>

#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kExcerpt = 90; // characters: one line of a terminal beside the place

struct Noun {
    const char* table;
    const char* one;
    const char* many;
};

constexpr Noun kNouns[] = {
    {"checklist", "checklist", "checklists"},
    {"role_holder", "role holder", "role holders"},
    {"culture", "paragraph on culture", "paragraphs on culture"},
    {"background", "paragraph of background", "paragraphs of background"},
    {"opinion", "word of the opinion scale", "words of the opinion scale"},
    {"line", "line of assurance", "lines of assurance"},
    {"kind", "kind of evidence", "kinds of evidence"},
    {"element", "element", "elements"},
    {"position", "current position", "current positions"},
    {"evidence", "piece of evidence", "pieces of evidence"},
    {"evidence_element", "mention of evidence", "mentions of evidence"},
    {"action", "next step", "next steps"},
};

std::string counted(const std::string& table, int count) {
    for (const Noun& noun : kNouns)
        if (table == noun.table) return std::to_string(count) + ' ' + (count == 1 ? noun.one : noun.many);
    return std::to_string(count) + ' ' + table;
}

std::string kindInWords(const std::string& kind) {
    if (kind == "docx") return "Word document";
    if (kind == "workbook") return "register";
    if (kind == "csv") return "CSV file";
    return kind;
}

std::string sourceText(const SourceReport& source) {
    std::string out = "Read " + source.name + " (" + kindInWords(source.kind) + "): ";
    if (source.counts.empty()) out += "nothing for the snapshot";
    for (size_t i = 0; i < source.counts.size(); ++i) {
        if (i > 0) out += ", ";
        out += counted(source.counts[i].first, source.counts[i].second);
    }
    out += ".\n";
    if (source.kind != "docx") return out;
    out += "  " + std::to_string(source.paragraphs) + " paragraphs hold text: " + std::to_string(source.inRows) +
           " are in the snapshot, " + std::to_string(source.structure) + " are headings and header rows, " +
           std::to_string(source.reported) + " are only in this report.\n";
    return out;
}

// With one document, its name in front of every place says nothing.
std::string shortPlace(const std::string& place, const std::vector<SourceReport>& sources) {
    if (sources.size() != 1) return place;
    const std::string& name = sources.front().name;
    if (place == name) return "the document";
    return place.starts_with(name + ", ") ? place.substr(name.size() + 2) : place;
}

std::string listText(const char* heading, const std::vector<ReportEntry>& entries,
                     const std::vector<SourceReport>& sources) {
    if (entries.empty()) return {};
    std::string out = "\n";
    out.append(heading).append(" (").append(std::to_string(entries.size())).append(")\n");
    for (const ReportEntry& entry : entries) {
        out.append("  ").append(shortPlace(entry.place, sources)).append(": ");
        if (!entry.text.empty()) out.append(inQuotes(entry.text, kExcerpt)).append(": ");
        out.append(entry.why).append(".\n");
    }
    return out;
}

nlohmann::ordered_json listJson(const std::vector<ReportEntry>& entries) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const ReportEntry& entry : entries)
        list.push_back(
            {{"place", entry.place}, {"text", entry.text}, {"why", entry.why}, {"paragraphs", entry.paragraphs}});
    return list;
}

nlohmann::ordered_json pagesJson(const PagesReport& pages) {
    return {{"folder", pages.folder},
            {"pages", pages.pages},
            {"without_file", pages.withoutFile},
            {"read", listJson(pages.read)},
            {"taken_over", listJson(pages.takenOver)},
            {"left_out", listJson(pages.leftOut)},
            {"unmatched", listJson(pages.unmatched)},
            {"missing", listJson(pages.missing)},
            {"gone", listJson(pages.gone)}};
}

} // namespace

std::string ImportReport::text() const {
    std::string out;
    for (const SourceReport& source : sources) out += sourceText(source);
    out += listText("Unclear: please look at these", unclear, sources);
    out += listText("Word and the register contradict each other", contradicted, sources);
    out += listText("The same row in other words: see that they belong together", reworded, sources);
    out += listText("Only in the register, and kept", onlyInRegister, sources);
    out += listText("New in Word", onlyInDocuments, sources);
    if (!matched.empty()) out += "\n" + std::to_string(matched.size()) + " rows are in both Word and the register.\n";
    out += listText("Left out of the snapshot", skipped, sources);
    out += listText("Guessed from keywords: confirm the line of assurance", guessed, sources);
    out += listText("Recognised", recognised, sources);
    out += listText("The same evidence named more than once", merged, sources);
    if (unclear.empty() && skipped.empty()) out += "\nNothing was unclear and nothing was left out.\n";
    if (pages) out += pages->text();
    return out;
}

std::string ImportReport::json() const {
    nlohmann::ordered_json root;
    root["sources"] = nlohmann::ordered_json::array();
    for (const SourceReport& source : sources) {
        nlohmann::ordered_json counts = nlohmann::ordered_json::object();
        for (const auto& [table, count] : source.counts) counts[table] = count;
        root["sources"].push_back({{"name", source.name},
                                   {"kind", source.kind},
                                   {"counts", counts},
                                   {"paragraphs", source.paragraphs},
                                   {"in_rows", source.inRows},
                                   {"structure", source.structure},
                                   {"reported", source.reported}});
    }
    root["unclear"] = listJson(unclear);
    root["skipped"] = listJson(skipped);
    root["guessed"] = listJson(guessed);
    root["recognised"] = listJson(recognised);
    root["merged"] = listJson(merged);
    root["contradicted"] = listJson(contradicted);
    root["only_in_register"] = listJson(onlyInRegister);
    root["only_in_documents"] = listJson(onlyInDocuments);
    root["reworded"] = listJson(reworded);
    root["matched"] = listJson(matched);
    if (pages) root["pages"] = pagesJson(*pages);
    // A file name need not be UTF-8; a report must be.
    return root.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace sightline
