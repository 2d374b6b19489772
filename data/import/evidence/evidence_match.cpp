#include "data/import/evidence/evidence_match.h"

#include <algorithm>
#include <map>
#include <optional>

#include "data/import/evidence/file_name_key.h"
#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kNoFile = static_cast<size_t>(-1);
constexpr size_t kNamesShown = 3;
constexpr size_t kTellingLetters = 10; // shorter names are parts of many others

constexpr const char* kByColumn = "named in the file column";
constexpr const char* kByName = "its name is the name of the evidence";
constexpr const char* kByCore = "its name is that of the evidence but for numbering, dates and marks of versions";

template <class Names>
std::string listed(const Names& names) {
    std::string out;
    for (size_t i = 0; i < std::min(names.size(), kNamesShown); ++i) out += (i > 0 ? ", " : "") + inQuotes(names[i]);
    if (names.size() > kNamesShown) out += " and " + std::to_string(names.size() - kNamesShown) + " more";
    return out;
}

/// One matching of a checklist and a folder. Each piece of evidence ends with one file or none.
class Matching {
public:
    Matching(const Checklist& list, const std::vector<EvidenceFile>& given)
        : checklist(list), files(given), fileOf(list.evidence.size(), kNoFile), reasonOf(given.size()),
          doubt(given.size()) {
        for (size_t i = 0; i < files.size(); ++i) {
            fileKeys.push_back(fileNameKey(files[i].name));
            byName[lowerCase(files[i].name)].push_back(i);
            byStem[lowerCase(withoutEnding(files[i].name))].push_back(i);
        }
        for (const Evidence& item : checklist.evidence) itemKeys.push_back(evidenceNameKey(item.name));
    }

    EvidenceMatch match() {
        for (size_t item = 0; item < fileOf.size(); ++item) matchColumn(item);
        matchNames(&FileNameKey::exact, kByName);
        matchNames(&FileNameKey::core, kByCore);
        return result();
    }

private:
    // By the file that the evidence names; what names one is never matched by anything else.
    void matchColumn(size_t item) {
        const std::string wanted = lowerCase(checklist.evidence[item].file);
        if (wanted.empty()) return;
        std::vector<size_t> found;
        for (const auto* names : {&byName, &byStem})
            if (const auto named = names->find(wanted); found.empty() && named != names->end()) found = named->second;
        if (found.size() == 1) return take(item, found.front(), kByColumn);
        const std::string name = checklist.evidence[item].file;
        if (found.empty()) return miss(item, "the file " + inQuotes(name) + " is not in the folder");
        for (const size_t file : found) doubt[file] = "there are several files of this name; which one is meant?";
        miss(item, "there are several files named " + inQuotes(name) + "; give one of them another name");
    }

    // Files and evidence that are still free, by equal names of one kind. The evidence of one name is one.
    void matchNames(std::string FileNameKey::*part, const char* reason) {
        std::map<std::string, std::vector<size_t>> freeItems;
        for (size_t item = 0; item < fileOf.size(); ++item)
            if (isFree(item)) freeItems[itemKeys[item].*part].push_back(item);
        for (const auto& [key, found] : freeFiles(part)) {
            const std::vector<size_t>& candidates = freeItems[key];
            std::map<size_t, std::vector<size_t>> itemsOf; // file → evidence
            std::map<size_t, std::vector<size_t>> filesOf; // evidence → files
            for (const size_t file : found)
                for (const size_t item : candidates)
                    if (datesAgree(fileKeys[file], itemKeys[item])) {
                        itemsOf[file].push_back(item);
                        filesOf[item].push_back(file);
                    }
            for (const auto& [file, items] : itemsOf) settle(file, items, filesOf, reason);
        }
    }

    void settle(size_t file, const std::vector<size_t>& items, const std::map<size_t, std::vector<size_t>>& filesOf,
                const char* reason) {
        std::vector<std::string> others;
        for (const size_t item : items)
            for (const size_t rival : filesOf.at(item))
                if (rival != file) others.push_back(files[rival].place);
        std::ranges::sort(others);
        others.erase(std::unique(others.begin(), others.end()), others.end());
        if (!others.empty()) {
            doubt[file] = "it and " + listed(others) + " fit " + inQuotes(checklist.evidence[items.front()].name) +
                          "; name the right one in the evidence's file column";
            return;
        }
        const auto sameName = [&](size_t item) { return itemKeys[item].exact == itemKeys[items.front()].exact; };
        if (!std::ranges::all_of(items, sameName)) {
            doubt[file] = "it fits " + listed(namesOf(items)) + "; name it in the file column of the right one";
            return;
        }
        for (const size_t item : items) take(item, file, reason);
    }

    [[nodiscard]] std::map<std::string, std::vector<size_t>> freeFiles(std::string FileNameKey::*part) const {
        std::map<std::string, std::vector<size_t>> out;
        for (size_t file = 0; file < files.size(); ++file)
            if (reasonOf[file].empty() && doubt[file].empty() && !(fileKeys[file].*part).empty())
                out[fileKeys[file].*part].push_back(file);
        return out;
    }

    [[nodiscard]] bool isFree(size_t item) const {
        return fileOf[item] == kNoFile && checklist.evidence[item].file.empty();
    }

    [[nodiscard]] std::vector<std::string> namesOf(const std::vector<size_t>& items) const {
        std::vector<std::string> names;
        names.reserve(items.size());
        for (const size_t item : items) names.push_back(checklist.evidence[item].name);
        return names;
    }

    void take(size_t item, size_t file, const char* reason) {
        fileOf[item] = file;
        reasonOf[file] = reason;
    }

    void miss(size_t item, std::string why) {
        missing.push_back(
            {checklist.evidence[item].place.where.empty() ? "evidence" : checklist.evidence[item].place.where,
             checklist.evidence[item].name, std::move(why), 0});
    }

    // What an officer may have meant: never taken, only said.
    [[nodiscard]] std::string suggestion(size_t file) const {
        const std::string name = wordLine(withoutEnding(files[file].name));
        std::vector<size_t> near;
        for (size_t item = 0; item < fileOf.size(); ++item) {
            if (!isFree(item)) continue;
            const std::string other = wordLine(checklist.evidence[item].name);
            const bool within = std::min(name.size(), other.size()) > kTellingLetters &&
                                (name.find(other) != std::string::npos || other.find(name) != std::string::npos);
            if (within) near.push_back(item);
        }
        if (near.empty()) return "no evidence has this name";
        return "no evidence has just this name; if it is " + listed(namesOf(near)) +
               ", name it in the file column there";
    }

    EvidenceMatch result() {
        EvidenceMatch out;
        for (size_t file = 0; file < files.size(); ++file) {
            MatchedFile matched{file, {}, reasonOf[file]};
            for (size_t item = 0; item < fileOf.size(); ++item)
                if (fileOf[item] == file) matched.evidence.push_back(item);
            if (!matched.evidence.empty())
                out.matched.push_back(std::move(matched));
            else
                out.unmatched.push_back(
                    {files[file].place, "", doubt[file].empty() ? suggestion(file) : doubt[file], 0});
        }
        out.missing = std::move(missing);
        for (size_t item = 0; item < fileOf.size(); ++item) out.withoutFile += isFree(item) ? 1 : 0;
        return out;
    }

    const Checklist& checklist;
    const std::vector<EvidenceFile>& files;
    std::vector<FileNameKey> fileKeys;
    std::vector<FileNameKey> itemKeys;
    std::map<std::string, std::vector<size_t>> byName; // lower case → files
    std::map<std::string, std::vector<size_t>> byStem;
    std::vector<size_t> fileOf;        // by evidence
    std::vector<std::string> reasonOf; // by file; empty: not matched
    std::vector<std::string> doubt;    // by file; empty: none
    std::vector<ReportEntry> missing;
};

} // namespace

EvidenceMatch matchEvidence(const Checklist& checklist, const std::vector<EvidenceFile>& files) {
    return Matching(checklist, files).match();
}

} // namespace sightline
