#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/rows.h"
#include "render/two_cards.h"

namespace sightline {
namespace {

void labelled(Flow& flow, std::string_view label, std::string_view value) {
    flow.paragraph(Style::Label, flow.c.look.secondary, label);
    flow.paragraph(Style::Row, flow.c.look.ink, value);
    flow.skip(flow.c.s(14));
}

void roles(Flow& flow, const Checklist& checklist) {
    sectionHeading(flow, "Statutory roles");
    if (checklist.roleHolders.empty()) emptyLine(flow, "The checklist names no role holders.");
    for (const RoleHolder& holder : checklist.roleHolders)
        labelled(flow,
                 holder.abbreviation.empty() ? phrase("{}", holder.role)
                                             : phrase("{} ({})", holder.role, holder.abbreviation),
                 holder.holder);
}

void approval(Flow& flow, const Checklist& checklist) {
    sectionHeading(flow, "Approval and review");
    if (!checklist.approvedBy.empty() || checklist.approvedOn.known()) {
        Phrase text = phrase("{}", checklist.approvedBy.empty() ? std::string_view("Approved")
                                                                : std::string_view(checklist.approvedBy));
        if (checklist.approvedOn.known()) text.append(", {}", spelled(checklist.approvedOn).view());
        labelled(flow, "Approved by", text);
    } else {
        labelled(flow, "Approved by", "not given");
    }
    labelled(flow, "Next review due", checklist.reviewDue.known() ? spelled(checklist.reviewDue) : phrase("not given"));
}

void statements(Flow& flow, std::string_view title, const std::vector<Statement>& rows, std::string_view none) {
    sectionHeading(flow, title);
    if (rows.empty()) emptyLine(flow, none);
    for (const Statement& row : rows) bullet(flow, row.text);
}

void scale(Flow& flow, const Checklist& checklist) {
    Canvas& c = flow.c;
    sectionHeading(flow, "What the opinions mean");
    for (const Opinion& opinion : checklist.scale) {
        const float height = c.lineHeight(Style::Section) * 1.5F;
        if (flow.shows(height)) opinionChip(c, flow.x, flow.y + height / 2, opinion, false);
        flow.skip(height + c.s(6));
        flow.paragraph(Style::Body, c.look.ink, opinion.definition);
        flow.skip(c.s(16));
    }
}

void staleness(Flow& flow, const Checklist& checklist) {
    sectionHeading(flow, "When evidence counts as stale");
    for (const AssuranceLine& line : checklist.lines) {
        Phrase text = phrase("{}: after {}", line.word, counted(line.staleAfterMonths, "month", "months").view());
        if (line.staleInSnapshot != 0) text.append(", as this wall is set; the snapshot says {}", line.staleInSnapshot);
        bullet(flow, text);
    }
}

void sources(Flow& flow, const View& view) {
    sectionHeading(flow, "Read from");
    const Checklist& checklist = view.checklist();
    if (view.snapshot->sample)
        bullet(flow, "A sample that travels with the program.");
    else if (checklist.sources.empty())
        emptyLine(flow, "No documents are recorded.");
    for (const SourceDocument& source : checklist.sources) {
        if (view.snapshot->sample) break;
        Phrase text = phrase("{}", source.name);
        if (source.bytes > 0) text.append(", {} KB", (source.bytes + 1023) / 1024);
        if (!source.digest.empty()) text.append(", digest {}…", std::string_view(source.digest).substr(0, 12));
        bullet(flow, text);
    }
    bullet(flow,
           phrase("{}, {} of evidence in {}, {}.", counted(view.summary.positions, "position", "positions").view(),
                  counted(view.summary.evidenceItems, "item", "items").view(),
                  counted(view.summary.evidenceLinks, "mention", "mentions").view(),
                  counted(static_cast<int>(checklist.actions.size()), "action", "actions").view()));
    if (view.summary.guessed > 0)
        bullet(flow, phrase("The line of assurance of {} is guessed from its name and not yet confirmed.",
                            counted(view.summary.guessed, "item", "items").view()));
}

void identity(Flow& flow, const View& view) {
    const Snapshot& snapshot = *view.snapshot;
    sectionHeading(flow, "Snapshot");
    if (snapshot.sample) {
        labelled(flow, "Sequence", "none: a sample, not a council’s snapshot");
    } else {
        labelled(flow, "Sequence and time of publication (UTC)",
                 phrase("{} · {}", snapshot.meta.sequence, snapshot.meta.created));
        labelled(flow, "Digest", phrase("{}…", std::string_view(snapshot.digest).substr(0, 24)));
        labelled(flow, "Made by", snapshot.meta.generator);
        if (!view.source.signature.empty()) labelled(flow, "Signature", view.source.signature);
        labelled(flow, "Site", snapshot.meta.site);
        labelled(flow, "Expires (UTC)", snapshot.meta.expires.empty() ? "never" : snapshot.meta.expires);
    }
    if (!view.source.expected.empty()) labelled(flow, "Looked for at", view.source.expected);
    if (!view.source.loaded.empty()) labelled(flow, "On screen since", view.source.loaded);
    for (const std::string* warning : {&view.source.expired, &view.source.clock})
        if (!warning->empty()) labelled(flow, "Please note", *warning);
    labelled(flow, "Health",
             view.source.problem.empty() ? phrase("No problem.")
                                         : phrase("{} (since {})", view.source.problem, view.source.since));
    if (!view.source.notTaken.empty())
        labelled(flow, "Configuration", phrase("{} Defaults are in force.", view.source.notTaken));
    labelled(flow, "Seen as of", spelled(view.asOf));
}

} // namespace

void drawAbout(Canvas& c, const View& view) {
    const Checklist& checklist = view.checklist();
    const float left = drawAge(c, view, static_cast<float>(c.room.width) - margin(c));
    Phrase subtitle = phrase("{}", checklist.authority);
    if (!checklist.service.empty()) subtitle.append(" · {}", checklist.service);
    drawHeader(c, {"About this checklist", subtitle, 0}, false, left - c.s(32));

    const auto [main, side] = twoCards(c, contentArea(c, view), 0.55F);
    factCard(c, main, ListId::About, "About", [&](Flow& flow) {
        roles(flow, checklist);
        approval(flow, checklist);
        statements(flow, "Culture of self-evaluation", checklist.culture, "The checklist says nothing about it.");
        statements(flow, "Background", checklist.background, "The checklist gives no background.");
    });
    factCard(c, side, ListId::AboutSide, "Snapshot and scale", [&](Flow& flow) {
        identity(flow, view);
        sources(flow, view);
        staleness(flow, checklist);
        scale(flow, checklist);
    });
}

} // namespace sightline
