#include "data/export/pack_words.h"
#include "data/export/pdf/chapters.h"
#include "data/export/pdf/points.h"
#include "data/export/pdf_words.h"

namespace sightline::pdf {
namespace {

constexpr std::size_t kColumns = 3;

Part partWith(const Typesetter& type, std::string_view heading, double width) {
    Part part;
    part.head.push_back(headingBlock(type, width, heading, ""));
    part.again.push_back(againBlock(type, width, heading));
    return part;
}

void addLabelled(Part& part, const Typesetter& type, std::string_view label, std::string_view value, double width) {
    part.blocks.push_back(std::move(
        Block(type, width, "P").text(Style::Label, kSecondary, label).text(Style::Row, kInk, value).after(8)));
}

/// In full, where they are too long for a line below the title.
Part names(const Checklist& checklist, const Typesetter& type, double width) {
    Part part = partWith(type, "Checklist", width);
    addLabelled(part, type, "Council", checklist.authority, width);
    if (!checklist.service.empty()) addLabelled(part, type, "Service", checklist.service, width);
    addLabelled(part, type, "Title", checklist.title, width);
    return part;
}

Part roles(const Checklist& checklist, const Typesetter& type, double width) {
    Part part = partWith(type, "Statutory roles", width);
    for (const RoleHolder& holder : checklist.roleHolders)
        addLabelled(part, type,
                    holder.abbreviation.empty() ? holder.role : holder.role + " (" + holder.abbreviation + ")",
                    holder.holder, width);
    if (checklist.roleHolders.empty()) addNothing(part.blocks, type, width, "The checklist names no role holders.");
    return part;
}

Part approval(const Checklist& checklist, const Typesetter& type, double width) {
    Part part = partWith(type, "Approval and review", width);
    std::string approved = checklist.approvedBy;
    if (checklist.approvedOn.known())
        approved = (approved.empty() ? "Approved" : approved) + ", " + longDate(checklist.approvedOn);
    addLabelled(part, type, "Approved by", approved.empty() ? "not given" : approved, width);
    addLabelled(part, type, "Next review due",
                checklist.reviewDue.known() ? longDate(checklist.reviewDue) : "not given", width);
    return part;
}

Part statements(const Typesetter& type, std::string_view heading, const std::vector<Statement>& rows,
                std::string_view none, double width) {
    Part part = partWith(type, heading, width);
    for (const Statement& row : rows) addPoint(part.blocks, type, width, "LI", row.text, PointLook::Bullet);
    if (rows.empty())
        addNothing(part.blocks, type, width, none);
    else
        part.container = "L";
    return part;
}

std::string namesOf(const std::vector<SourceDocument>& sources) {
    std::string names;
    for (const SourceDocument& source : sources) names += (names.empty() ? "" : ", ") + source.name;
    return names;
}

Part sources(const Pack& pack, const Typesetter& type, double width) {
    const Checklist& checklist = pack.checklist();
    Part part = partWith(type, "Read from", width);
    part.container = "L";
    const auto point = [&](const std::string& text) {
        addPoint(part.blocks, type, width, "LI", text, PointLook::Bullet);
    };
    if (pack.snapshot->sample)
        point("A sample that travels with the program.");
    else if (checklist.sources.empty())
        point("No documents are recorded.");
    else
        point(namesOf(checklist.sources));
    const Summary& sum = pack.summary;
    point(countOf(sum.positions, "position", "positions") + ", " + countOf(sum.evidenceItems, "item", "items") +
          " of evidence in " + countOf(sum.evidenceLinks, "mention", "mentions") + ", " +
          countOf(static_cast<int>(checklist.actions.size()), "action", "actions") + ".");
    if (sum.undatedEvidence > 0)
        point(countOf(sum.undatedEvidence, "item of evidence has", "items of evidence have") + " no date.");
    if (sum.guessed > 0)
        point("The line of assurance of " + countOf(sum.guessed, "item", "items") +
              " is guessed from its name and not yet confirmed.");
    return part;
}

Part identity(const Pack& pack, const Typesetter& type, double width) {
    const Snapshot& snapshot = *pack.snapshot;
    Part part = partWith(type, "Snapshot", width);
    addLabelled(part, type, "Identity, at the foot of every page", snapshotIdentity(snapshot), width);
    if (!snapshot.sample) {
        addLabelled(part, type, "Published (UTC)", snapshot.meta.created, width);
        addLabelled(part, type, "Digest (BLAKE2b-512)", snapshot.digest, width);
        addLabelled(part, type, "Made by", snapshot.meta.generator, width);
    }
    addLabelled(part, type, "Position and day", headWords(pack), width);
    return part;
}

} // namespace

Chapter aboutChapter(const Pack& pack, const Typesetter& type) {
    const Checklist& checklist = pack.checklist();
    Chapter chapter{"About this checklist", "about", false, {}};
    Page& page = chapter.addPage();
    const std::string whose =
        checklist.authority + (checklist.service.empty() ? "" : " · " + checklist.service) + " · " + checklist.title;
    const bool fits = type.width(Style::Body, whose) <= kContentWidth;
    const double top = addTitle(type, page, "About this checklist", fits ? whose : "", true);
    const double width = columnWidth(kColumns);
    std::vector<Part> parts;
    if (!fits) parts.push_back(names(checklist, type, width));
    parts.push_back(roles(checklist, type, width));
    parts.push_back(approval(checklist, type, width));
    parts.push_back(statements(type, "Culture of self-evaluation", checklist.culture,
                               "The checklist says nothing about it.", width));
    parts.push_back(statements(type, "Background", checklist.background, "The checklist gives no background.", width));
    parts.push_back(sources(pack, type, width));
    parts.push_back(identity(pack, type, width));
    std::vector<Flow> flows;
    flows.emplace_back(std::move(parts));
    addFlows(type, chapter, top, std::move(flows), kColumns, true, "About this checklist");
    return chapter;
}

} // namespace sightline::pdf
