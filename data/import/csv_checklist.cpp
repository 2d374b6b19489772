#include "data/import/csv_checklist.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "data/defaults.h"
#include "data/import/csv_evidence.h"
#include "data/import/csv_table.h"
#include "data/import/reading_order.h"
#include "data/import/text.h"

namespace sightline {
namespace {

constexpr std::array<std::string_view, 5> kColours = {"good", "fair", "caution", "poor", "none"};
constexpr std::array<std::string_view, 5> kShapes = {"disc-tick", "half-disc", "triangle", "octagon-cross",
                                                     "dashed-ring"};
constexpr std::array<std::string_view, 3> kStatuses = {"open", "in progress", "done"};
constexpr int kMostRanks = 99;

bool sameWord(std::string_view a, std::string_view b) { return lowerCase(a) == lowerCase(b); }

void readFacts(CsvRow& row, Imported& out, const Place& place) {
    Checklist& c = out.checklist;
    if (!c.title.empty()) row.refuse("title", "There is a second row; checklist.csv has exactly one.");
    c.title = row.required("title");
    c.authority = row.required("authority");
    c.service = row.text("service");
    c.positionDate = row.date("position_date");
    c.reviewDue = row.date("review_due");
    c.approvedBy = row.text("approved_by");
    c.approvedOn = row.date("approved_on");
    c.place = place;
}

void readRoleHolder(CsvRow& row, Imported& out, const Place& place) {
    auto& all = out.checklist.roleHolders;
    all.push_back({csvId(row, all), row.required("role"), row.text("abbreviation"), row.required("holder"), place});
}

void readCulture(CsvRow& row, Imported& out, const Place& place) {
    auto& all = out.checklist.culture;
    all.push_back({csvId(row, all), row.required("text"), place});
}

void readBackground(CsvRow& row, Imported& out, const Place& place) {
    auto& all = out.checklist.background;
    all.push_back({csvId(row, all), row.required("text"), place});
}

void readOpinion(CsvRow& row, Imported& out, const Place&) {
    auto& scale = out.checklist.scale;
    const Opinion opinion{csvId(row, scale),
                          row.required("word"),
                          row.number("rank", 1, kMostRanks),
                          static_cast<ColourRole>(row.choice("colour_role", kColours)),
                          static_cast<Shape>(row.choice("shape", kShapes)),
                          row.required("definition")};
    for (const Opinion& other : scale) {
        if (sameWord(other.word, opinion.word)) row.refuse("word", "This word of the scale is there twice.");
        if (other.rank == opinion.rank) row.refuse("rank", "Two words of the scale have this rank.");
        if (other.colour == opinion.colour) row.refuse("colour_role", "Two words of the scale have this colour role.");
        if (other.shape == opinion.shape) row.refuse("shape", "Two words of the scale have this shape.");
    }
    scale.push_back(opinion);
}

void readLine(CsvRow& row, Imported& out, const Place&) {
    static constexpr std::array<std::string_view, 6> kIds = {"management", "oversight", "independent", "1", "2", "3"};
    const char* column = row.has("line") ? "line" : "id";
    const AssuranceLine line{static_cast<Line>(row.choice(column, kIds) % 3 + 1), row.required("word"),
                             row.number("stale_after_months", 1, 240)};
    for (const AssuranceLine& other : out.checklist.lines)
        if (other.id == line.id) row.refuse(column, "This line of assurance is there twice.");
    out.checklist.lines.push_back(line);
}

void readKind(CsvRow& row, Imported& out, const Place&) {
    auto& kinds = out.checklist.kinds;
    const EvidenceKind kind{csvId(row, kinds), row.required("word")};
    for (const EvidenceKind& other : kinds)
        if (sameWord(other.word, kind.word)) row.refuse("word", "This kind is there twice.");
    kinds.push_back(kind);
}

int opinionId(CsvRow& row, const std::vector<Opinion>& scale) {
    const std::string word = row.text("opinion");
    if (word.empty()) return 0;
    const auto it = std::ranges::find_if(scale, [&](const Opinion& o) { return sameWord(o.word, word); });
    if (it != scale.end()) return it->colour == ColourRole::None ? 0 : it->id;
    std::vector<std::string_view> words;
    words.reserve(scale.size());
    for (const Opinion& opinion : scale) words.push_back(opinion.word);
    row.refuse("opinion",
               inQuotes(word) + " is not a word of the opinion scale; write " + orList(words) + ", or nothing.");
    return 0;
}

void readElement(CsvRow& row, Imported& out, const Place& place) {
    Element element;
    element.number = row.number("number", 1, 6);
    element.title = row.text("title");
    if (element.title.empty()) element.title = defaultElementTitle(element.number);
    element.statement = row.required("statement");
    element.opinion = opinionId(row, out.checklist.scale);
    element.opinionReason = row.text("opinion_reason");
    element.opinionDate = row.date("opinion_date");
    element.opinionBy = row.text("opinion_by");
    element.place = place;
    if (std::ranges::count(out.checklist.elements, element.number, &Element::number) > 0)
        row.refuse("number", "Element " + std::to_string(element.number) + " is there twice.");
    out.checklist.elements.push_back(element);
}

void readPosition(CsvRow& row, Imported& out, const Place& place) {
    auto& all = out.checklist.positions;
    all.push_back({csvId(row, all), csvElement(row, "element", out.checklist), row.requiredLines("text"), place});
}

void readAction(CsvRow& row, Imported& out, const Place& place) {
    auto& all = out.checklist.actions;
    all.push_back({csvId(row, all), csvElement(row, "element", out.checklist), row.requiredLines("text"),
                   row.text("owner"), row.date("due"), static_cast<ActionStatus>(row.choice("status", kStatuses, 0)),
                   row.date("completed"), place});
}

struct Table {
    const char* name;
    CsvColumns columns;
    std::function<void(CsvRow&, Imported&, const Place&)> read;
    bool required = false;
};

// In the order in which one table speaks of another.
std::vector<Table> tables() {
    return {{"checklist",
             {{"title", "authority"}, {"service", "position_date", "review_due", "approved_by", "approved_on"}},
             readFacts,
             true},
            {"role_holder", {{"role", "holder"}, {"abbreviation"}}, readRoleHolder},
            {"culture", {{"text"}, {}}, readCulture},
            {"background", {{"text"}, {}}, readBackground},
            {"opinion", {{"word", "rank", "colour_role", "shape", "definition"}, {}}, readOpinion},
            {"line", {{"word", "stale_after_months"}, {"line"}}, readLine},
            {"kind", {{"word"}, {}}, readKind},
            {"element",
             {{"number", "statement"}, {"title", "opinion", "opinion_reason", "opinion_date", "opinion_by"}},
             readElement,
             true},
            {"position", {{"element", "text"}, {}}, readPosition},
            {"evidence",
             {{"name"},
              {"detail", "line", "line_guessed", "kind", "organisation", "covers", "review_due", "link", "marking",
               "file", "elements"}},
             readEvidence},
            {"evidence_element", {{"evidence", "element"}, {"seat"}}, readEvidenceLink},
            {"action", {{"element", "text"}, {"owner", "due", "status", "completed"}}, readAction}};
}

class FolderReader {
public:
    FolderReader(const NamedFiles& files, std::string kind) : files_(files), kind_(std::move(kind)) {}

    Result<Imported> run() {
        for (const Table& table : tables()) {
            if (auto done = read(table); !done) return tl::unexpected(done.error());
            if (auto wrong = afterTable(table.name)) return tl::unexpected(std::move(*wrong));
        }
        reportOthers();
        order();
        reportLooseEvidence(out_);
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string pathOf(const std::string& table) const {
        return (std::filesystem::path(files_.place) / (table + ".csv")).string();
    }

    Result<void> read(const Table& table) {
        const NamedFile* file = files_.find(std::string(table.name) + ".csv");
        if (file == nullptr && table.required)
            return fail(FailureKind::Missing, files_.place,
                        "The folder has no " + std::string(table.name) +
                            ".csv; checklist.csv and element.csv are needed.");
        if (file == nullptr) return {};
        used_.insert(file->name);
        const auto opened = CsvTable::open(*file, files_.place, table.columns);
        if (!opened) return tl::unexpected(opened.error());
        const int source = addSource(*file, table.name, static_cast<int>(opened->size()));
        for (size_t i = 0; i < opened->size(); ++i) {
            CsvRow row = opened->row(i);
            const int id = row.has("id") ? row.number("id", 1, kLargestId) : 0;
            if (id != 0 && table.name != std::string_view("line") && !ids_[table.name].insert(id).second)
                row.refuse("id", "This id is there twice.");
            table.read(row, out_, {source, "line " + std::to_string(row.line())});
            if (row.failure()) return tl::unexpected(*row.failure());
        }
        return {};
    }

    int addSource(const NamedFile& file, const char* table, int rows) {
        const int id = static_cast<int>(out_.checklist.sources.size()) + 1;
        out_.checklist.sources.push_back({id, file.name, kind_, kind_ == "csv" ? blake2b256(file.bytes) : std::string(),
                                          static_cast<std::int64_t>(file.bytes.size())});
        out_.report.sources.push_back({file.name, kind_, {{table, rows}}, rows, rows, 0, 0});
        return id;
    }

    // What holds for a table as a whole, and what stands in for one that is not there.
    std::optional<Failure> afterTable(std::string_view table) {
        auto& scale = out_.checklist.scale;
        auto& lines = out_.checklist.lines;
        if (table == "opinion" && scale.empty()) scale = defaultScale();
        if (table == "opinion" && std::ranges::count(scale, ColourRole::None, &Opinion::colour) != 1)
            return Failure{
                FailureKind::BadContent, pathOf("opinion"),
                "Exactly one word of the scale needs the colour role \u201Cnone\u201D: what an element shows that "
                "nobody has given an opinion on."};
        if (table == "line" && lines.empty()) lines = defaultLines();
        if (table == "line" && lines.size() != 3)
            return Failure{FailureKind::BadContent, pathOf("line"),
                           "The three lines of assurance are needed: management, oversight and independent."};
        if (table == "checklist" && out_.checklist.title.empty())
            return Failure{FailureKind::BadContent, pathOf("checklist"),
                           "There is no row; checklist.csv has exactly one."};
        if (table == "element" && out_.checklist.elements.empty())
            return Failure{FailureKind::BadContent, pathOf("element"),
                           "There is no row; a checklist has at least one element."};
        return std::nullopt;
    }

    void reportOthers() {
        for (const NamedFile& file : files_.files)
            if (!used_.contains(file.name)) skip(file.name, "not a table of the checklist, so not read");
        for (const std::string& name : files_.others) skip(name, "not a CSV file, so not read");
    }
    void skip(const std::string& name, const char* why) { out_.report.skipped.push_back({oneLine(name), "", why, 0}); }

    // Seats are counted from 1 within each element.
    void order() {
        Checklist& c = out_.checklist;
        putInReadingOrder(c);
        std::map<int, int> seats;
        for (EvidenceLink& link : c.links) link.seat = ++seats[link.element];
    }

    const NamedFiles& files_;
    std::string kind_;
    Imported out_;
    std::set<std::string> used_;
    std::map<std::string, std::set<int>> ids_;
};

} // namespace

Result<Imported> checklistFromCsv(const NamedFiles& files, const std::string& kind) {
    return FolderReader(files, kind).run();
}

} // namespace sightline
