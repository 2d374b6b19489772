#include "data/export/pdf/points.h"

#include "data/export/pdf/shapes.h"

namespace sightline::pdf {
namespace {

constexpr double kBulletInset = 13;
constexpr double kSubInset = 11;

} // namespace

void addPointText(Block& block, std::string_view text, double left, Style style, double right) {
    std::size_t feed = text.find('\n');
    block.inset(left, right).text(style, kInk, text.substr(0, feed));
    const double step = lookOf(Style::Body).step;
    while (feed != std::string_view::npos) {
        text.remove_prefix(feed + 1);
        feed = text.find('\n');
        block.mark(step, [left, step](Sheet& sheet, double x, double top) {
            sheet.line({x + left, top + step / 2}, {x + left + 5, top + step / 2}, 1, kSecondary);
        });
        block.inset(left + kSubInset, right).text(Style::Body, kInk, text.substr(0, feed));
    }
}

void addPoint(std::vector<Block>& blocks, const Typesetter& type, double width, const char* tag, std::string_view text,
              PointLook look) {
    Block block(type, width, tag);
    const bool bullet = look == PointLook::Bullet;
    const double step = lookOf(Style::Body).step;
    if (bullet)
        block.mark(step, [step](Sheet& sheet, double x, double top) {
            sheet.disc({x + 3, top + step / 2}, 2.2, colourOf(Line::Oversight));
        });
    addPointText(block, text, bullet ? kBulletInset : 0, Style::Body);
    blocks.push_back(std::move(block.after(6)));
}

void addNothing(std::vector<Block>& blocks, const Typesetter& type, double width, std::string_view text) {
    blocks.push_back(std::move(Block(type, width, "P").text(Style::Body, kSecondary, text).after(8)));
}

void addLateMark(Block& block) {
    const double step = lookOf(Style::Strong).step;
    block.mark(step, [step](Sheet& sheet, double x, double top) {
        drawChangeMark(sheet, ChangeMark::Late, {x + 6, top + step / 2}, 12);
    });
}

} // namespace sightline::pdf
