#include "render/notice.h"

#include <algorithm>
#include <cmath>

#include "render/chrome.h"

namespace sightline {

void drawNotice(Canvas& c, std::string_view question, std::string_view text, std::span<const Answer> answers) {
    c.coverTargets();
    const auto width = static_cast<float>(c.room.width);
    const auto height = static_cast<float>(c.room.height);
    c.veil({0, 0, width, height});
    const float pad = c.s(48);
    const float boxWidth = std::min(width - 2 * margin(c), c.t(900));
    const float inner = boxWidth - 2 * pad;
    const float between = std::max(c.s(20), c.room.targetGap());
    const float buttonHeight = std::max(c.side(150), c.lineHeight(Style::Status) * 2);
    const float buttons = static_cast<float>(answers.size()) * (buttonHeight + between) - between;
    const float textHeight = c.paragraphHeight(Style::Body, text, inner);
    const float boxHeight = pad * 2 + c.lineHeight(Style::PageTitle) + c.s(12) + textHeight + c.s(36) + buttons;
    const Rect box{std::round((width - boxWidth) / 2), std::round((height - boxHeight) / 2), boxWidth, boxHeight};
    c.card(box);
    float y = box.y + pad;
    c.textFit(Style::PageTitle, box.x + pad, y, inner, c.look.ink, question);
    y += c.lineHeight(Style::PageTitle) + c.s(12);
    y += c.paragraph(Style::Body, box.x + pad, y, inner, c.look.secondary, text) + c.s(36);
    for (const Answer& answer : answers) {
        const Rect button{box.x + pad, y, inner, buttonHeight};
        c.fill(button, answer.strong ? c.look.selected : c.look.chip, c.s(16));
        c.border(button, c.look.hairline, c.s(16));
        c.textCentred(Style::Status, button.centre(), answer.strong ? c.look.onSelected : c.look.onChip, answer.word);
        c.target(TargetRole::Button, answer.id, answer.word, button, answer.command);
        y += buttonHeight + between;
    }
}

} // namespace sightline
