#include "data/content_rules.h"

#include <algorithm>
#include <array>
#include <limits>

#include "data/header.h"
#include "data/limits.h"
#include "data/row_rules.h"
#include "data/site.h"

namespace sightline {
namespace {

constexpr std::int64_t kLargestId = std::numeric_limits<int>::max();
constexpr std::int64_t kLargestExactNumber = std::int64_t{1} << 53; // what every JSON reader holds exactly
constexpr const char* kTwice = "Another row has the same value, and no two may.";

bool isDigest(std::string_view text) {
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 64 && std::ranges::all_of(text, isHex);
}

/// The rules table by table. What earlier tables hold is kept for the ids of later ones.
class ContentRules {
public:
    ContentRules(const Checklist& checked, const std::string& file) : checklist(checked), rules(file) {}

    Result<void> check() {
        checkSources();
        checkChecklist();
        checkRoleHolders();
        checkStatements("culture", checklist.culture);
        checkStatements("background", checklist.background);
        checkScale();
        checkLines();
        checkKinds();
        checkDocuments();
        checkElements();
        checkPositions();
        checkEvidence();
        checkMentions();
        checkActions();
        return rules.result();
    }

private:
    void id(Distinct<int>& ids, int value, const char* column = "id") {
        rules.enterRow(value);
        rules.number(column, value, 1, kLargestId);
        rules.require(ids.add(value), column, kTwice);
    }

    void place(const Place& place) {
        rules.pointsAt("source", place.source, "source", place.source == 0 || sources.contains(place.source));
        rules.optional("place", place.where, limits::kPlace);
    }

    void element(int number) { rules.pointsAt("element", number, "element", elements.contains(number)); }

    void fileName(const char* column, const std::string& name) {
        rules.optional(column, name, limits::kName);
        rules.require(name.find('/') == std::string::npos, column, "A file name without folders is needed.");
    }

    void digest(const std::string& value) {
        rules.require(isDigest(value), "digest", "A digest is 64 hexadecimal digits in lower case.");
    }

    void enter(const char* table, size_t rows, size_t most) {
        rules.enterTable(table);
        rules.rowCount(rows, most);
    }

    void checkSources() {
        enter("source", checklist.sources.size(), limits::kSources);
        for (const SourceDocument& source : checklist.sources) {
            if (rules.broken()) return;
            constexpr std::array<std::string_view, 5> kKinds = {"docx", "workbook", "csv", "database", "sample"};
            id(sources, source.id);
            rules.required("name", source.name, limits::kName);
            fileName("name", source.name);
            rules.require(std::ranges::find(kKinds, source.kind) != kKinds.end(), "kind",
                          "Only docx, workbook, csv, database and sample are kinds of source.");
            if (!source.digest.empty()) digest(source.digest);
            rules.number("bytes", source.bytes, 0, kLargestExactNumber);
        }
    }

    void checkChecklist() {
        rules.enterTable("checklist");
        rules.enterRow(1);
        rules.required("title", checklist.title, limits::kName);
        rules.required("authority", checklist.authority, limits::kName);
        rules.optional("service", checklist.service, limits::kName);
        rules.date("position_date", checklist.positionDate);
        rules.date("review_due", checklist.reviewDue);
        rules.optional("approved_by", checklist.approvedBy, limits::kName);
        rules.date("approved_on", checklist.approvedOn);
        place(checklist.place);
    }

    void checkRoleHolders() {
        enter("role_holder", checklist.roleHolders.size(), limits::kRoleHolders);
        Distinct<int> ids;
        for (const RoleHolder& holder : checklist.roleHolders) {
            if (rules.broken()) return;
            id(ids, holder.id);
            rules.required("role", holder.role, limits::kName);
            rules.optional("abbreviation", holder.abbreviation, limits::kWord);
            rules.required("holder", holder.holder, limits::kName);
            place(holder.place);
        }
    }

    void checkStatements(const char* table, const std::vector<Statement>& statements) {
        enter(table, statements.size(), limits::kStatements);
        Distinct<int> ids;
        for (const Statement& statement : statements) {
            if (rules.broken()) return;
            id(ids, statement.id);
            rules.required("text", statement.text, limits::kText, LineFeeds::Allowed);
            place(statement.place);
        }
    }

    void checkScale() {
        enter("opinion", checklist.scale.size(), limits::kScale);
        Distinct<std::string> words;
        Distinct<int> ranks;
        Distinct<int> colours;
        Distinct<int> shapes;
        for (const Opinion& opinion : checklist.scale) {
            if (rules.broken()) return;
            id(opinions, opinion.id);
            rules.required("word", opinion.word, limits::kWord);
            rules.require(words.add(opinion.word), "word", kTwice);
            rules.number("rank", opinion.rank, 1, kLargestId);
            rules.require(ranks.add(opinion.rank), "rank", kTwice);
            rules.number("colour_role", static_cast<int>(opinion.colour), 0, 4);
            rules.require(colours.add(static_cast<int>(opinion.colour)), "colour_role", kTwice);
            rules.number("shape", static_cast<int>(opinion.shape), 0, 4);
            rules.require(shapes.add(static_cast<int>(opinion.shape)), "shape", kTwice);
            rules.required("definition", opinion.definition, limits::kText, LineFeeds::Allowed);
        }
        rules.requireOfTable(colours.contains(static_cast<int>(ColourRole::None)),
                             "One row must have the colour role none: it stands for elements without an opinion.");
    }

    void checkLines() {
        rules.enterTable("line");
        bool inOrder = checklist.lines.size() == 3;
        for (size_t i = 0; inOrder && i < 3; ++i) inOrder = static_cast<size_t>(checklist.lines[i].id) == i + 1;
        rules.requireOfTable(inOrder, "The table must have exactly the rows 1, 2 and 3.");
        for (const AssuranceLine& line : checklist.lines) {
            rules.enterRow(static_cast<int>(line.id));
            rules.required("word", line.word, limits::kWord);
            rules.number("stale_after_months", line.staleAfterMonths, 1, 240);
        }
    }

    void checkKinds() {
        enter("kind", checklist.kinds.size(), limits::kKinds);
        Distinct<std::string> words;
        for (const EvidenceKind& kind : checklist.kinds) {
            if (rules.broken()) return;
            id(kinds, kind.id);
            rules.required("word", kind.word, limits::kWord);
            rules.require(words.add(kind.word), "word", kTwice);
        }
    }

    void checkDocuments() {
        enter("document", checklist.documents.size(), limits::kDocuments);
        for (const Document& document : checklist.documents) {
            if (rules.broken()) return;
            id(documents, document.id);
            rules.required("name", document.name, limits::kName);
            fileName("name", document.name);
            digest(document.digest);
            rules.number("bytes", document.bytes, 0, kLargestExactNumber);
            rules.required("recipe", document.recipe, limits::kWord);
            rules.require(!document.pages.empty(), "", "The document has no page.");
        }
        rules.enterTable("page");
        size_t pages = 0;
        for (const Document& document : checklist.documents) {
            if (rules.broken()) return;
            pages += document.pages.size();
            checkPages(document);
        }
        rules.rowCount(pages, limits::kPages);
    }

    void checkPages(const Document& document) {
        int next = 1;
        for (const DocumentPage& page : document.pages) {
            rules.enterRow("document " + std::to_string(document.id) + ", number " + std::to_string(page.number));
            rules.require(page.number == next++, "number", "Pages are numbered from 1 without gaps.");
            rules.number("width", page.width, 1, limits::kPictureSide);
            rules.number("height", page.height, 1, limits::kPictureSide);
            rules.require(std::int64_t{page.width} * page.height <= limits::kPictureArea, "",
                          "The picture has more than 40 million pixels.");
            digest(page.digest);
            rules.optional("text", page.text, limits::kText, LineFeeds::Allowed);
        }
    }

    void checkElements() {
        enter("element", checklist.elements.size(), limits::kElements);
        rules.requireOfTable(!checklist.elements.empty(),
                             "There is no element; a checklist has at least one of the six.");
        for (const Element& row : checklist.elements) {
            if (rules.broken()) return;
            id(elements, row.number, "number");
            rules.number("number", row.number, 1, 6);
            rules.required("title", row.title, limits::kName);
            rules.required("statement", row.statement, limits::kText, LineFeeds::Allowed);
            rules.pointsAt("opinion", row.opinion, "opinion", row.opinion == 0 || opinions.contains(row.opinion));
            rules.optional("opinion_reason", row.opinionReason, limits::kText, LineFeeds::Allowed);
            rules.date("opinion_date", row.opinionDate);
            rules.optional("opinion_by", row.opinionBy, limits::kName);
            place(row.place);
        }
    }

    void checkPositions() {
        enter("position", checklist.positions.size(), limits::kPositions);
        Distinct<int> ids;
        for (const Position& position : checklist.positions) {
            if (rules.broken()) return;
            id(ids, position.id);
            element(position.element);
            rules.required("text", position.text, limits::kText, LineFeeds::Allowed);
            place(position.place);
        }
    }

    void checkEvidence() {
        enter("evidence", checklist.evidence.size(), limits::kEvidence);
        for (const Evidence& item : checklist.evidence) {
            if (rules.broken()) return;
            id(evidence, item.id);
            rules.required("name", item.name, limits::kName);
            rules.optional("detail", item.detail, limits::kText, LineFeeds::Allowed);
            rules.number("line", static_cast<int>(item.line), 1, 3);
            rules.pointsAt("kind", item.kind, "kind", item.kind == 0 || kinds.contains(item.kind));
            rules.optional("organisation", item.organisation, limits::kName);
            rules.date("covers", item.covers);
            rules.date("review_due", item.reviewDue);
            if (const auto problem = linkProblem(item.link); problem && !item.link.empty())
                rules.require(false, "link", *problem);
            rules.optional("marking", item.marking, limits::kWord);
            fileName("file", item.file);
            rules.pointsAt("document", item.document, "document",
                           item.document == 0 || documents.contains(item.document));
            place(item.place);
        }
    }

    void checkMentions() {
        enter("evidence_element", checklist.links.size(), limits::kMentions);
        Distinct<std::int64_t> pairs;
        for (const EvidenceLink& link : checklist.links) {
            if (rules.broken()) return;
            rules.enterRow("evidence " + std::to_string(link.evidence) + ", element " + std::to_string(link.element));
            rules.pointsAt("evidence", link.evidence, "evidence", evidence.contains(link.evidence));
            element(link.element);
            rules.require(pairs.add(std::int64_t{link.evidence} * 8 + link.element), "",
                          "This evidence is named twice for this element.");
            rules.number("seat", link.seat, 1, kLargestId);
            place(link.place);
        }
    }

    void checkActions() {
        enter("action", checklist.actions.size(), limits::kActions);
        Distinct<int> ids;
        for (const Action& action : checklist.actions) {
            if (rules.broken()) return;
            id(ids, action.id);
            element(action.element);
            rules.required("text", action.text, limits::kText, LineFeeds::Allowed);
            rules.optional("owner", action.owner, limits::kName);
            rules.date("due", action.due);
            rules.number("status", static_cast<int>(action.status), 0, 2);
            rules.date("completed", action.completed);
            place(action.place);
        }
    }

    const Checklist& checklist;
    RowRules rules;
    Distinct<int> sources;
    Distinct<int> opinions;
    Distinct<int> kinds;
    Distinct<int> documents;
    Distinct<int> elements;
    Distinct<int> evidence;
};

bool isUtcTime(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') return false;
    const auto pair = [&](size_t at, int below) {
        const auto digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
        return digit(at) && digit(at + 1) && (text[at] - '0') * 10 + (text[at + 1] - '0') < below;
    };
    return parseIsoDate(text.substr(0, 10)) && pair(11, 24) && pair(14, 60) && pair(17, 60);
}

} // namespace

Result<void> checkContent(const Checklist& checklist, const std::string& file) {
    return ContentRules(checklist, file).check();
}

Result<void> checkMeta(const Meta& meta, const std::string& file) {
    RowRules rules(file);
    rules.enterTable("meta");
    rules.enterRow(1);
    rules.number("format", meta.format, kFormat, kFormat);
    rules.number("sequence", meta.sequence, 0, kLargestExactNumber);
    rules.require(isUtcTime(meta.created), "created", "A time in UTC such as 2026-06-14T09:30:00Z is needed.");
    rules.required("generator", meta.generator, limits::kName);
    rules.require(isSiteName(meta.site), "site", kSiteRule);
    rules.require(meta.expires.empty() || (isUtcTime(meta.expires) && meta.expires > meta.created), "expires",
                  "A time in UTC after the one in created is needed.");
    return rules.result();
}

} // namespace sightline
