#include <algorithm>

#include "render/chrome.h"
#include "render/marking.h"
#include "render/pages/pages.h"
#include "render/rows.h"

namespace sightline {
namespace {

/// The numbers of elements would leave a name too little room beside them, so they stand below it.
bool numbersBelow(const Canvas& c, float width) { return 6 * (numberChipWidth(c) + c.s(8)) > width * 0.45F; }

float numbersHeight(const Canvas& c) { return c.lineHeight(Style::Strong) * 1.4F + c.s(10); }

/// Every row is equally high, so that the page finds what can be seen of a long list at once. Where names are likely to
/// be too long for a line, each has room for two or three.
float rowHeight(const Canvas& c, float width) {
    constexpr float kTwo = 45; // letters of the size of the text, in its width
    constexpr float kThree = 20;
    const float size = c.metrics(Style::Row).size;
    const int names = width < kThree * size ? 3 : numbersBelow(c, width) || width < kTwo * size ? 2 : 1;
    const float lines =
        c.lineHeight(Style::Row) * static_cast<float>(names) + c.lineHeight(Style::Label) + c.s(names > 1 ? 20 : 38);
    return std::round(std::max(c.s(108), lines) + (numbersBelow(c, width) ? numbersHeight(c) : 0));
}

/// So many lines of a name a row that high has room for.
int nameLines(const Canvas& c, float row, bool below) {
    const float left = row - c.lineHeight(Style::Label) - (below ? numbersHeight(c) : 0) - c.s(6);
    return std::max(1, static_cast<int>(left / c.lineHeight(Style::Row)));
}

Phrase secondLine(const Checklist& checklist, const Evidence& item) {
    if (item.shown == Shown::Nothing) return lineWords(checklist, item);
    Phrase text;
    const auto kind = std::find_if(checklist.kinds.begin(), checklist.kinds.end(),
                                   [&](const EvidenceKind& candidate) { return candidate.id == item.kind; });
    if (kind != checklist.kinds.end()) text.append("{} · ", kind->word);
    text.append("{}", lineWords(checklist, item).view());
    text.append(" · {}", item.covers.known() ? spelledShort(item.covers).view() : std::string_view("no date"));
    return text;
}

void listRow(Canvas& c, const View& view, int index, const Rect& row) {
    const Checklist& checklist = view.checklist();
    const Evidence& item = checklist.evidence[static_cast<std::size_t>(index)];
    const Phrase id = phrase("evidence:{}", item.id);
    pressedGround(c, row, id);
    const float middle = row.centre().y;
    drawLineSwatch(c, item.line, item.lineGuessed, {row.x + c.t(11), middle}, c.t(22));
    drawIcon(c, Icon::Next, {row.right() - c.t(14), middle}, c.t(22), c.look.secondary);

    float right = row.right() - c.t(44);
    const float x = row.x + c.t(44);
    if (isMarked(view, index)) right = drawMarkedLock(c, item, right, middle) - c.s(16);
    const auto& supports = view.elementsOf()[static_cast<std::size_t>(index)];
    const bool below = numbersBelow(c, row.w);
    const float numbers = static_cast<float>(supports.size()) * (numberChipWidth(c) + c.s(8));
    const float width = right - (below ? 0 : numbers) - c.s(16) - x;
    const int most = nameLines(c, row.h, below);
    const float name = c.paragraphHeight(Style::Row, item.name, width, most);
    const float lines = name + c.lineHeight(Style::Label);
    const float y = middle - (lines + (below ? numbersHeight(c) : 0)) / 2;
    if (below) {
        const float numbersMiddle = y + lines + c.s(10) + c.lineHeight(Style::Strong) * 0.7F;
        float at = x;
        for (const int number : supports) at += numberChip(c, at, numbersMiddle, number) + c.s(8);
    } else {
        for (auto number = supports.rbegin(); number != supports.rend(); ++number) {
            right -= numberChipWidth(c);
            numberChip(c, right, middle, *number);
            right -= c.s(8);
        }
    }
    c.paragraph(Style::Row, x, y, width, c.look.ink, item.name, most);
    const bool stale = isStale(checklist, item, view.asOf);
    const float chip = stale ? staleChipWidth(c, "stale") + c.s(12) : 0;
    const float second = y + name;
    Phrase facts = secondLine(checklist, item);
    if (isMarked(view, index) && item.shown != Shown::Nothing) facts.append(" · {}", item.marking);
    const std::string_view parts = fitParts(c.metrics(Style::Label), facts, width - chip);
    const float drawn = c.textFit(Style::Label, x, second, width - chip, c.look.secondary,
                                  parts.empty() ? lineWord(checklist, item) : parts);
    if (stale) staleChip(c, x + drawn + c.s(12), second + c.lineHeight(Style::Label) / 2, "stale");
    c.hairline(row.x, row.right(), row.bottom() - 1);
    c.target(TargetRole::Row, id, itemLabel(item), row, OpenPage{{Page::EvidenceItem, item.id}});
}

void drawList(Canvas& c, const View& view, const Rect& card) {
    c.card(card);
    const float pad = c.s(30);
    const Rect box{card.x + pad, card.y + c.s(10), card.w - 2 * pad + c.s(20), card.h - c.s(26)};
    scrollList(c, ListId::Evidence, box, "Evidence", [&](Flow& flow) {
        if (view.evidence.empty())
            return emptyLine(flow, view.checklist().evidence.empty()
                                       ? "The checklist names no evidence."
                                       : "No evidence matches. Touch All to see the rest.");
        const float height = rowHeight(c, flow.w);
        const auto count = static_cast<int>(view.evidence.size());
        if (flow.drawing) { // only what can be seen, however long the list
            const int first = std::max(0, static_cast<int>((c.clip().y - flow.y) / height));
            const int last = std::min(count, static_cast<int>((c.clip().bottom() - flow.y) / height) + 1);
            for (int i = first; i < last; ++i)
                listRow(c, view, view.evidence[static_cast<std::size_t>(i)],
                        {flow.x, flow.y + static_cast<float>(i) * height, flow.w, height});
        }
        flow.skip(static_cast<float>(count) * height);
    });
}

/// Buttons that flow into as many lines as they need.
class ButtonFlow {
public:
    ButtonFlow(Flow& flow)
        : flow_(flow), height_(std::max(flow.c.side(80), flow.c.lineHeight(Style::Strong) * 1.3F)),
          gap_(std::max(flow.c.s(12), flow.c.room.targetGap())) {}

    void add(std::string_view word, std::string_view id, std::string_view label, const EvidenceFilter& filter,
             bool on) {
        Canvas& c = flow_.c;
        const float width = std::min(wordButtonWidth(c, word), flow_.w);
        if (x_ > 0 && x_ + width > flow_.w) newLine();
        if (flow_.shows(height_))
            wordButton(c, {flow_.x + x_, flow_.y, width, height_}, word, id, label, SetFilter{filter}, on);
        x_ += width + gap_;
    }
    void end() {
        if (x_ > 0) newLine();
    }

private:
    void newLine() {
        flow_.skip(height_ + gap_);
        x_ = 0;
    }

    Flow& flow_;
    float height_;
    float gap_;
    float x_ = 0;
};

void filterHeading(Flow& flow, std::string_view text) {
    flow.paragraph(Style::Strong, flow.c.look.secondary, text);
    flow.skip(flow.c.s(10));
}

void elementFilter(Flow& flow, const View& view) {
    const EvidenceFilter& now = flow.c.state.filter;
    filterHeading(flow, "Element");
    ButtonFlow buttons(flow);
    EvidenceFilter filter = now;
    filter.element = 0;
    buttons.add("All", "filter:element:0", "Evidence of all elements", filter, now.element == 0);
    for (const Element& element : view.checklist().elements) {
        filter.element = now.element == element.number ? 0 : element.number;
        buttons.add(phrase("{}", element.number), phrase("filter:element:{}", element.number),
                    phrase("Evidence of element {}", element.number), filter, now.element == element.number);
    }
    buttons.end();
}

void lineFilter(Flow& flow, const View& view) {
    const EvidenceFilter& now = flow.c.state.filter;
    filterHeading(flow, "Line");
    ButtonFlow buttons(flow);
    for (const AssuranceLine& line : view.checklist().lines) {
        EvidenceFilter filter = now;
        const int id = static_cast<int>(line.id);
        filter.line = now.line == id ? 0 : id;
        buttons.add(line.word, phrase("filter:line:{}", id), phrase("Line: {}", line.word), filter, now.line == id);
    }
    buttons.end();
}

void ageFilter(Flow& flow) {
    const EvidenceFilter& now = flow.c.state.filter;
    filterHeading(flow, "Age");
    ButtonFlow buttons(flow);
    EvidenceFilter filter = now;
    filter.staleOnly = !now.staleOnly;
    buttons.add("Stale only", "filter:stale", "Stale evidence only", filter, now.staleOnly);
    buttons.end();
}

void kindFilter(Flow& flow, const View& view) {
    if (view.checklist().kinds.empty()) return;
    const EvidenceFilter& now = flow.c.state.filter;
    filterHeading(flow, "Kind");
    ButtonFlow buttons(flow);
    for (const EvidenceKind& kind : view.checklist().kinds) {
        EvidenceFilter filter = now;
        filter.kind = now.kind == kind.id ? 0 : kind.id;
        buttons.add(kind.word, phrase("filter:kind:{}", kind.id), phrase("Kind: {}", kind.word), filter,
                    now.kind == kind.id);
    }
    buttons.end();
}

void drawFilters(Canvas& c, const View& view, const Rect& box) {
    scrollList(c, ListId::EvidenceFilters, box, "Filters", [&](Flow& flow) {
        elementFilter(flow, view);
        lineFilter(flow, view);
        ageFilter(flow);
        kindFilter(flow, view);
    });
}

} // namespace

void drawEvidence(Canvas& c, const View& view) {
    const EvidenceFilter& filter = c.state.filter;
    int independent = 0;
    int stale = 0;
    for (const int index : view.evidence) {
        const Evidence& item = view.checklist().evidence[static_cast<std::size_t>(index)];
        independent += item.line == Line::Independent ? 1 : 0;
        stale += isStale(view.checklist(), item, view.asOf) ? 1 : 0;
    }
    Phrase subtitle =
        phrase("{} · {} independent · {} stale",
               counted(static_cast<int>(view.evidence.size()), "item", "items").view(), independent, stale);
    if (!(filter == EvidenceFilter{})) subtitle.append(" · of {} in all", view.checklist().evidence.size());
    subtitle.append(" · newest first");
    const float left = drawAge(c, view, static_cast<float>(c.room.width) - margin(c));
    drawHeader(c, {"Evidence", subtitle, 0}, false, left - c.s(32));

    const Rect area = contentArea(c, view);
    if (c.room.portrait()) {
        const float height = std::round(area.h * 0.3F);
        drawFilters(c, view, {area.x, area.y, area.w, height});
        drawList(c, view, {area.x, area.y + height + gap(c), area.w, area.h - height - gap(c)});
        return;
    }
    const float width = std::max(c.s(404), c.side(80) * 4 + c.room.targetGap() * 3 + c.s(24));
    drawFilters(c, view, {area.x, area.y, width, area.h});
    drawList(c, view, {area.x + width + gap(c), area.y, area.w - width - gap(c), area.h});
}

} // namespace sightline
