#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/import/import.h"

namespace sightline {

/// What importers of documents fill, row by row. Gives ids in reading order, makes one item of evidence of every name
/// however often it is mentioned, recognises dates covered, guesses lines of assurance, and reports all of it.
class Draft {
public:
    /// Starts with the default scale and lines.
    Draft();

    /// A document that is being read; rows name it by the id that is returned.
    int addSource(std::string name, std::string kind, std::string_view bytes);

    /// Facts about the checklist, and its background and culture. The first document that says something counts.
    Checklist checklist;
    ImportReport report;

    [[nodiscard]] Element* element(int number);
    void addElement(Element element);
    void addStatement(std::vector<Statement>& list, std::string text, const Place& place);
    void addPosition(int element, std::string text, const Place& place);
    void addAction(int element, std::string text, std::string owner, const PartialDate& due, const Place& place);

    /// A mention of evidence. What an earlier mention of the same name did not say (sub-points, a link) is added to it.
    struct Mention {
        int element = 0;
        std::string name;
        std::string detail;
        std::string link;
        Place place;
    };
    void addEvidence(const Mention& mention);

    /// "checklist.docx, table 1, row 3, Evidence, paragraph 2"
    [[nodiscard]] std::string at(const Place& place) const;

    /// Dates, lines of assurance, reading order, and the counts of the report.
    Imported finish();

private:
    void merge(Evidence& item, const Mention& mention);
    void addDetail(Evidence& item, const std::string& lines);
    void recogniseDates();
    void guessLines();
    void order();
    void count();

    std::map<std::string, size_t> evidenceByName_;  // nameKey → index
    std::map<std::pair<int, int>, bool> mentioned_; // evidence id, element
    std::map<int, int> seats_;
    std::set<std::pair<int, std::string>> details_; // evidence id, sub-point
};

} // namespace sightline
