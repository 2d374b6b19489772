#include "data/export/register.h"

#include <algorithm>
#include <map>

#include "data/export/register_readme.h"
#include "data/export/register_sheet.h"
#include "data/export/register_suggestions.h"
#include "data/export/xlsx_book.h"
#include "data/register_layout.h"
#include "data/schema.h"

namespace sightline {
namespace {

std::vector<std::string> elementNumbers() { return {"1", "2", "3", "4", "5", "6"}; }

void writeAbout(XlsxBook& book, const Checklist& c) {
    RegisterSheetWriter out(book, sheet::kAbout);
    const auto text = [&](std::string_view what, std::string_view value) {
        out.next();
        out.text(column::kWhat, what);
        out.text(column::kValue, value);
    };
    const auto date = [&](std::string_view what, const PartialDate& value) {
        out.next();
        out.text(column::kWhat, what);
        out.date(column::kValue, value);
    };
    text(fact::kTitle, c.title);
    text(fact::kCouncil, c.authority);
    text(fact::kService, c.service);
    date(fact::kPositionDate, c.positionDate);
    date(fact::kReviewDue, c.reviewDue);
    text(fact::kApprovedBy, c.approvedBy);
    date(fact::kApprovedOn, c.approvedOn);
    for (const RoleHolder& holder : c.roleHolders) {
        text(fact::kRoleHolder, holder.holder);
        out.number(column::kId, holder.id);
        out.text(column::kRole, holder.role);
        out.text(column::kAbbreviation, holder.abbreviation);
    }
    for (const auto& [what, statements] : {std::pair(fact::kCulture, &c.culture), {fact::kBackground, &c.background}})
        for (const Statement& statement : *statements) {
            text(what, statement.text);
            out.number(column::kId, statement.id);
        }
    out.chooseOf(column::kWhat, {"Title", "Council", "Service", "Position date", "Review due", "Approved by",
                                 "Approved on", "Role holder", "Culture", "Background"});
    out.finish(2);
}

void writeElements(XlsxBook& book, const Checklist& c) {
    RegisterSheetWriter out(book, sheet::kElements);
    const auto none = std::ranges::find(c.scale, ColourRole::None, &Opinion::colour);
    for (const Element& element : c.elements) {
        const auto opinion = std::ranges::find(c.scale, element.opinion, &Opinion::id);
        out.next();
        out.number(column::kElement, element.number);
        out.text(column::kTitle, element.title);
        out.text(column::kStatement, element.statement);
        if (opinion != c.scale.end())
            out.text(column::kOpinion, opinion->word);
        else if (none != c.scale.end())
            out.text(column::kOpinion, none->word);
        out.text(column::kReason, element.opinionReason);
        out.date(column::kOpinionDate, element.opinionDate);
        out.text(column::kOpinionBy, element.opinionBy);
    }
    out.chooseFrom(column::kOpinion, column::kOpinion, true);
    out.chooseFrom(column::kOpinionBy, column::kRole, false);
    out.finish(2);
}

void writePositions(XlsxBook& book, const Checklist& c) {
    RegisterSheetWriter out(book, sheet::kPositions);
    for (const Position& position : c.positions) {
        out.next();
        out.number(column::kId, position.id);
        out.number(column::kElement, position.element);
        out.text(column::kText, position.text);
    }
    out.chooseOf(column::kElement, elementNumbers());
    out.finish(2);
}

void writeTicks(RegisterSheetWriter& out, const std::vector<EvidenceLink>& links) {
    for (const EvidenceLink& link : links) {
        const auto& columns = registerSheet(sheet::kEvidence).columns;
        const auto column = std::ranges::find_if(
            columns, [&](const RegisterColumn& c) { return tickedElement(c.header) == link.element; });
        out.number(column->header, link.seat);
    }
}

void writeEvidence(XlsxBook& book, const Checklist& c) {
    RegisterSheetWriter out(book, sheet::kEvidence);
    for (const Element& element : c.elements) {
        const std::string header = "Element " + std::to_string(element.number);
        out.header(header, header + "\n" + element.title);
    }
    std::map<int, std::vector<EvidenceLink>> links;
    for (const EvidenceLink& link : c.links) links[link.evidence].push_back(link);
    for (const Evidence& item : c.evidence) {
        const auto kind = std::ranges::find(c.kinds, item.kind, &EvidenceKind::id);
        out.next();
        out.number(column::kId, item.id);
        out.text(column::kName, item.name);
        writeTicks(out, links[item.id]);
        out.text(column::kDetail, item.detail);
        out.text(column::kLine, lineLabel(c.lines, item.line) + std::string(item.lineGuessed ? kGuessed : ""));
        if (kind != c.kinds.end()) out.text(column::kKind, kind->word);
        out.text(column::kOrganisation, item.organisation);
        out.date(column::kCovers, item.covers);
        out.date(column::kReviewDue, item.reviewDue);
        out.text(column::kLink, item.link);
        out.text(column::kMarking, item.marking);
        out.text(column::kFile, item.file);
    }
    out.markGuessed(column::kLine);
    out.chooseFrom(column::kLine, column::kLine, true);
    out.chooseFrom(column::kKind, column::kKind, false);
    out.chooseFrom(column::kMarking, column::kMarking, false);
    out.finish(2);
}

void writeActions(XlsxBook& book, const Checklist& c) {
    RegisterSheetWriter out(book, sheet::kActions);
    for (const Action& action : c.actions) {
        out.next();
        out.number(column::kId, action.id);
        out.number(column::kElement, action.element);
        out.text(column::kText, action.text);
        out.text(column::kOwner, action.owner);
        out.date(column::kDue, action.due);
        out.text(column::kStatus, kStatuses[static_cast<size_t>(action.status)]);
        out.date(column::kCompleted, action.completed);
    }
    out.chooseOf(column::kElement, elementNumbers());
    out.chooseFrom(column::kOwner, column::kRole, false);
    out.chooseOf(column::kStatus, {kStatuses.begin(), kStatuses.end()});
    out.finish(2);
}

void writeScale(XlsxBook& book, const Checklist& c) {
    RegisterSheetWriter out(book, sheet::kScale);
    int last = 0;
    const auto start = [&] {
        last = std::max(last, out.row());
        out.goOnAfter(0);
    };
    for (const Opinion& opinion : c.scale) {
        out.next();
        out.number(column::kOpinionId, opinion.id);
        out.text(column::kOpinion, opinion.word);
        out.number(column::kRank, opinion.rank);
        out.text(column::kColour, kColourRoles[static_cast<size_t>(opinion.colour)]);
        out.text(column::kShape, kShapes[static_cast<size_t>(opinion.shape)]);
        out.text(column::kDefinition, opinion.definition);
    }
    start();
    for (const AssuranceLine& line : c.lines) {
        out.next();
        out.number(column::kLineId, static_cast<int>(line.id));
        out.text(column::kLine, line.word);
        out.number(column::kStaleAfter, line.staleAfterMonths);
    }
    start();
    for (const EvidenceKind& kind : c.kinds) {
        out.next();
        out.number(column::kKindId, kind.id);
        out.text(column::kKind, kind.word);
    }
    for (const auto& [column, words] :
         {std::pair(column::kMarking, suggestedMarkings(c)), std::pair(column::kRole, suggestedRoles(c))}) {
        start();
        for (const std::string& word : words) {
            out.next();
            out.text(column, word);
        }
    }
    start();
    out.goOnAfter(last);
    out.chooseOf(column::kColour, {kColourRoles.begin(), kColourRoles.end()});
    out.chooseOf(column::kShape, {kShapes.begin(), kShapes.end()});
    out.finish(0);
}

} // namespace

Result<std::string> makeRegister(const Checklist& checklist, std::string_view created) {
    const std::string title = "Register: " + checklist.title;
    auto book = XlsxBook::start(title, created);
    if (!book) return tl::unexpected(book.error());
    writeReadMe(*book, checklist);
    writeAbout(*book, checklist);
    writeElements(*book, checklist);
    writePositions(*book, checklist);
    writeEvidence(*book, checklist);
    writeActions(*book, checklist);
    writeScale(*book, checklist);
    return book->finish();
}

} // namespace sightline
