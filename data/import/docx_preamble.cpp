#include "data/import/docx_preamble.h"

#include <algorithm>

#include "data/import/authority_rule.h"
#include "data/import/date_rule.h"
#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kShortLine = 12; // words; a line of its own, not a paragraph of prose

enum class Section { None, Background, Culture };

bool isShort(const DocxParagraph& paragraph) { return words(paragraph.text).size() <= kShortLine; }

// By its style, or because it looks like one: short, bold, and no sentence.
bool isHeading(const DocxParagraph& paragraph) {
    if (paragraph.format.heading) return true;
    return paragraph.bold && isShort(paragraph) && !paragraph.format.listed && !paragraph.text.ends_with('.');
}

bool speaksOf(const std::string& text, std::string_view phrase) { return holdsWords(wordLine(text), phrase); }

DocxParagraph* findTitle(const std::vector<DocxParagraph*>& before) {
    for (DocxParagraph* paragraph : before)
        if (speaksOf(paragraph->text, "assurance") &&
            (isHeading(*paragraph) || (paragraph == before.front() && isShort(*paragraph))))
            return paragraph;
    for (DocxParagraph* paragraph : before)
        if (isHeading(*paragraph)) return paragraph;
    return !before.empty() && isShort(*before.front()) ? before.front() : nullptr;
}

// "TEST OF ASSURANCE, June 2024" without the date and what led up to it.
std::string withoutDate(const std::string& title, const std::string& date) {
    const size_t at = title.rfind(date);
    if (at == std::string::npos || at == 0 || at + date.size() != title.size()) return title;
    const size_t end = title.find_last_not_of(" -,:;(\xE2\x80\x93\x94", at - 1);
    return end == std::string::npos ? title : title.substr(0, end + 1);
}

bool looksLikeDateLine(const DocxParagraph& paragraph) {
    if (wholeDate(paragraph.text)) return true;
    if (!isShort(paragraph) || datesIn(paragraph.text).found.size() != 1) return false;
    const std::string line = wordLine(paragraph.text);
    for (const char* start :
         {" date", " as at", " position", " updated", " last updated", " version", " published", " reviewed"})
        if (line.starts_with(start)) return true;
    return false;
}

class Preamble {
public:
    Preamble(Draft& out, int source) : out_(out), source_(source) {}

    void title(const std::vector<DocxParagraph*>& before, const std::string& propertiesTitle) {
        DocxParagraph* found = findTitle(before);
        if (found == nullptr) return;
        title_ = found;
        std::string text = found->text;
        // Capitals are hard to read from far away; the properties often hold the same words in normal letters.
        if (lowerCase(propertiesTitle) == lowerCase(text)) text = propertiesTitle;
        const DatesInText dates = datesIn(text);
        if (!dates.found.empty()) {
            date(dates.found.back().date, *found);
            text = withoutDate(text, dates.found.back().words);
        }
        if (!out_.checklist.title.empty()) {
            found->why = "the checklist has its title already";
            return;
        }
        out_.checklist.title = text;
        out_.checklist.place = {source_, found->where};
        found->fate = Fate::InRow;
        recognised(*found, "title " + inQuotes(text));
    }

    void sections(const std::vector<DocxParagraph*>& paragraphs, Section start) {
        Section section = start;
        for (DocxParagraph* paragraph : paragraphs) {
            if (paragraph == title_) continue;
            if (!out_.checklist.positionDate.known() && looksLikeDateLine(*paragraph)) {
                date(datesIn(paragraph->text).found.empty() ? *wholeDate(paragraph->text)
                                                            : datesIn(paragraph->text).found.front().date,
                     *paragraph);
                paragraph->fate = Fate::InRow;
            } else if (isHeading(*paragraph)) {
                section = headed(*paragraph, section, start);
            } else if (section != Section::None) {
                auto& list = section == Section::Culture ? out_.checklist.culture : out_.checklist.background;
                out_.addStatement(list, paragraph->text, {source_, paragraph->where});
                paragraph->fate = Fate::InRow;
            } else {
                paragraph->why = "stands after the checklist table, under no heading that says what it is";
            }
        }
    }

private:
    Section headed(DocxParagraph& heading, Section, Section start) {
        Section section = start;
        if (speaksOf(heading.text, "background") || speaksOf(heading.text, "introduction"))
            section = Section::Background;
        if (speaksOf(heading.text, "culture") || speaksOf(heading.text, "self evaluation")) section = Section::Culture;
        if (section == Section::None) {
            heading.why = "a heading after the checklist table";
            return section;
        }
        heading.fate = Fate::Structure;
        recognised(heading, section == Section::Culture
                                ? "heading; what follows is taken as the culture of self-evaluation"
                                : "heading; what follows is taken as background");
        return section;
    }

    void date(const PartialDate& found, const DocxParagraph& paragraph) {
        if (out_.checklist.positionDate.known()) return;
        out_.checklist.positionDate = found;
        recognised(paragraph, "date of the checklist " + longDate(found));
    }

    void recognised(const DocxParagraph& paragraph, std::string what) {
        out_.report.recognised.push_back({out_.at({source_, paragraph.where}), paragraph.text, std::move(what), 0});
    }

    Draft& out_;
    int source_;
    DocxParagraph* title_ = nullptr;
};

void nameAuthority(Draft& out, int source, const std::vector<std::string>& prose, const std::vector<std::string>& cells,
                   const std::string& title) {
    Checklist& c = out.checklist;
    if (c.authority.empty()) {
        c.authority = authorityIn(prose, title);
        if (c.authority.empty()) c.authority = authorityIn(cells, title);
        if (!c.authority.empty())
            out.report.recognised.push_back({out.at({source, ""}), "", "authority " + inQuotes(c.authority), 0});
    }
    if (c.service.empty()) {
        c.service = serviceIn(prose);
        if (c.service.empty()) c.service = serviceIn(cells);
        if (!c.service.empty())
            out.report.recognised.push_back({out.at({source, ""}), "", "service " + inQuotes(c.service), 0});
    }
}

} // namespace

void readPreamble(Draft& out, int source, std::vector<DocxParagraph*>& before, std::vector<DocxParagraph*>& after,
                  const std::string& propertiesTitle, const std::vector<std::string>& cells) {
    Preamble preamble(out, source);
    preamble.title(before, propertiesTitle);
    preamble.sections(before, Section::Background);
    preamble.sections(after, Section::None);
    std::vector<std::string> prose;
    prose.reserve(before.size());
    for (const DocxParagraph* paragraph : before) prose.push_back(paragraph->text);
    nameAuthority(out, source, prose, cells, out.checklist.title);
}

} // namespace sightline
