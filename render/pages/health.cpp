#include <algorithm>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/rows.h"
#include "render/two_cards.h"

namespace sightline {
namespace {

/// Label and value side by side, each in a column of its own.
void factRow(Flow& flow, const HealthFact& fact) {
    Canvas& c = flow.c;
    const float labelWidth = std::round(flow.w * 0.36F);
    const float x = flow.x + labelWidth + c.s(20);
    const float width = flow.w - labelWidth - c.s(20);
    const float label = c.paragraphHeight(Style::Body, fact.label, labelWidth);
    const float value = c.paragraphHeight(Style::Row, fact.value, width);
    const float height = std::max(label, value) + c.s(14);
    if (flow.shows(height)) {
        // Both stand on one line though their sizes differ.
        const float lower = c.lineHeight(Style::Row) - c.lineHeight(Style::Body);
        c.paragraph(Style::Body, flow.x, flow.y + std::max(0.0F, lower / 2), labelWidth, c.look.secondary, fact.label);
        c.paragraph(Style::Row, x, flow.y, width, c.look.ink, fact.value);
    }
    flow.skip(height);
}

void drawSections(Canvas& c, const Rect& card, ListId list, std::string_view name,
                  const std::vector<HealthSection>& sections) {
    factCard(c, card, list, name, [&](Flow& flow) {
        for (const HealthSection& section : sections) {
            sectionHeading(flow, section.heading);
            for (const HealthFact& fact : section.facts) factRow(flow, fact);
            if (section.facts.empty()) emptyLine(flow, section.nothing);
        }
    });
}

} // namespace

void drawHealth(Canvas& c, const View& view) {
    Rect area = contentArea(c, view);
    const float right = headerButton(c, area, "Test pattern", "pattern", OpenPage{{Page::Pattern, 0}});
    drawHeader(c, {"Health of this wall", view.health.subtitle, 0}, true, right);
    const auto [first, second] = twoCards(c, area);
    drawSections(c, first, ListId::Health, "This wall", view.health.wall);
    drawSections(c, second, ListId::HealthSide, "Snapshot and loads", view.health.source);
}

} // namespace sightline
