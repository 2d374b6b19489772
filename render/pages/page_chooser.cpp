#include <algorithm>
#include <cmath>

#include "render/chrome.h"
#include "render/pages/document.h"
#include "render/pages/number_pad.h"
#include "render/phrase.h"
#include "render/widgets.h"

namespace sightline {
namespace {

void drawPad(Canvas& c, const NumberPad& pad, int pages) {
    const int typed = c.state.typedPage;
    const auto leadsOn = [&](int digit) { return typed * 10 + digit >= 1 && typed * 10 + digit <= pages; };
    const auto digitKey = [&](int digit, int column, int row) {
        const Phrase word = phrase("{}", digit);
        padKey(c, pad.key(column, row), word, phrase("pad:{}", digit), word, TypePage{digit}, leadsOn(digit));
    };
    for (int digit = 1; digit <= 9; ++digit) digitKey(digit, (digit - 1) % 3, (digit - 1) / 3);
    stepButton(c, pad.key(0, 3), Icon::Erase, "pad:erase", "Take the last digit back", TypePage{-1}, typed > 0);
    digitKey(0, 1, 3);
    padMainKey(c, pad.key(2, 3), "Go", "pad:go", phrase("Go to page {}", typed),
               OpenPage{{Page::EvidenceItem, c.state.here.item, typed}}, typed > 0);
}

} // namespace

void drawPageChooser(Canvas& c, const View& view) {
    if (!c.state.askingPage || c.state.here.page != Page::EvidenceItem) return;
    const Document* document = documentOf(view.checklist(), c.state.here.item);
    if (document == nullptr) return;
    const auto pages = static_cast<int>(document->pages.size());
    const float title = c.lineHeight(Style::PageTitle) + c.s(12);
    const float typedHeight = c.lineHeight(Style::Number);
    const PadBox at = drawPadBox(c, [&](float) { return title + typedHeight; });
    const Rect& words = at.words;
    c.textFit(Style::PageTitle, words.x, words.y, words.w, c.look.ink, "Go to page");
    const float y = words.y + title;
    const Phrase typed = phrase("{}", c.state.typedPage);
    c.text(Style::Number, words.x, y, c.state.typedPage > 0 ? c.look.ink : c.look.off, typed);
    c.textMid(Style::Body, words.x + c.width(Style::Number, typed) + c.s(16), y + typedHeight * 0.6F, c.look.secondary,
              phrase("of {}", pages));
    drawPad(c, at.keys, pages);
    wordButton(c, at.leave, "Stay on this page", "pad:stay", "Stay on this page", AskPage{false});
}

} // namespace sightline
