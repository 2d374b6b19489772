#include <algorithm>
#include <cmath>

#include "render/chrome.h"
#include "render/pages/document.h"
#include "render/pages/number_pad.h"
#include "render/phrase.h"
#include "render/widgets.h"

namespace sightline {
namespace {

/// A key that may lead nowhere: then it is faint and not to be touched.
void key(Canvas& c, const Rect& rect, std::string_view word, std::string_view id, std::string_view label,
         const Command& command, bool possible) {
    if (!possible) {
        c.outline(rect, c.look.hairline, c.s(14), c.edge());
        c.textCentred(Style::Status, rect.centre(), c.look.hairline, word);
        return;
    }
    c.fill(rect, c.pressed(id) ? c.look.pressed : c.look.card, c.s(14));
    c.outline(rect, c.look.hairline, c.s(14), c.edge());
    c.textCentred(Style::Status, rect.centre(), c.look.ink, word);
    c.target(TargetRole::Button, id, label, rect, command);
}

void drawPad(Canvas& c, const NumberPad& pad, int pages) {
    const int typed = c.state.typedPage;
    const auto leadsOn = [&](int digit) { return typed * 10 + digit >= 1 && typed * 10 + digit <= pages; };
    const auto digitKey = [&](int digit, int column, int row) {
        const Phrase word = phrase("{}", digit);
        key(c, pad.key(column, row), word, phrase("pad:{}", digit), word, TypePage{digit}, leadsOn(digit));
    };
    for (int digit = 1; digit <= 9; ++digit) digitKey(digit, (digit - 1) % 3, (digit - 1) / 3);
    stepButton(c, pad.key(0, 3), Icon::Erase, "pad:erase", "Take the last digit back", TypePage{-1}, typed > 0);
    digitKey(0, 1, 3);
    const Rect go = pad.key(2, 3);
    if (typed == 0) return key(c, go, "Go", "pad:go", "Go", AskPage{false}, false);
    c.fill(go, c.look.selected, c.s(14));
    c.textCentred(Style::Status, go.centre(), c.look.onSelected, "Go");
    c.target(TargetRole::Button, "pad:go", phrase("Go to page {}", typed), go,
             OpenPage{{Page::EvidenceItem, c.state.here.item, typed}});
}

} // namespace

void drawPageChooser(Canvas& c, const View& view) {
    if (!c.state.askingPage || c.state.here.page != Page::EvidenceItem) return;
    const Document* document = documentOf(view.checklist(), c.state.here.item);
    if (document == nullptr) return;
    const auto pages = static_cast<int>(document->pages.size());
    c.coverTargets();
    const auto width = static_cast<float>(c.room.width);
    const auto height = static_cast<float>(c.room.height);
    c.veil({0, 0, width, height});

    const float pad = c.s(40);
    const float between = std::max(c.s(16), c.room.targetGap());
    const float others = 2 * pad + c.lineHeight(Style::PageTitle) + c.lineHeight(Style::Number) + c.s(36) + 4 * between;
    const float keyHeight = std::clamp(std::floor((height - c.s(16) - others) / 5), c.room.targetSide(),
                                       std::max(c.side(96), c.lineHeight(Style::Status) * 1.4F));
    const float boxWidth = std::min(width - 2 * margin(c), std::max(c.s(560), 3 * keyHeight + 2 * between + 2 * pad));
    const float inner = boxWidth - 2 * pad;
    const float typedHeight = c.lineHeight(Style::Number);
    const float boxHeight =
        2 * pad + c.lineHeight(Style::PageTitle) + typedHeight + c.s(36) + 5 * keyHeight + 4 * between;
    const Rect box{std::round((width - boxWidth) / 2), std::round((height - boxHeight) / 2), boxWidth, boxHeight};
    c.card(box);
    const float x = box.x + pad;
    float y = box.y + pad;
    c.textFit(Style::PageTitle, x, y, inner, c.look.ink, "Go to page");
    y += c.lineHeight(Style::PageTitle) + c.s(12);
    const Phrase typed = c.state.typedPage > 0 ? phrase("{}", c.state.typedPage) : phrase("0");
    c.text(Style::Number, x, y, c.state.typedPage > 0 ? c.look.ink : c.look.hairline, typed);
    c.textMid(Style::Body, x + c.width(Style::Number, typed) + c.s(16), y + typedHeight * 0.6F, c.look.secondary,
              phrase("of {}", pages));
    y += typedHeight + c.s(24);
    const NumberPad keys{x, y, std::floor((inner - 2 * between) / 3), keyHeight, between};
    drawPad(c, keys, pages);
    const Rect stay = keys.key(0, 4);
    wordButton(c, {stay.x, stay.y, inner, keyHeight}, "Stay on this page", "pad:stay", "Stay on this page",
               AskPage{false});
}

} // namespace sightline
