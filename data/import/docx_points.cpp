#include "data/import/docx_points.h"

#include <algorithm>

namespace sightline {
namespace {

constexpr int kIndentStep = 100; // twentieths of a point; less is a hair's breadth, and nobody nests by that

bool isBelow(const DocxParagraph& head, const DocxParagraph& next) {
    const ParagraphFormat& a = head.format;
    const ParagraphFormat& b = next.format;
    if (a.listed && b.listed) {
        if (a.list == b.list && a.list != 0 && a.level != b.level) return b.level > a.level;
        return b.indent >= a.indent + kIndentStep;
    }
    if (!a.listed && b.listed) return head.text.ends_with(':');
    // A paragraph that stands under a bullet's text, without a bullet of its own, goes on with it.
    if (a.listed) return a.indent > 0 && b.indent >= a.indent;
    return b.indent >= a.indent + kIndentStep;
}

} // namespace

std::string DocxPoint::text() const {
    const std::string lines = detail();
    return lines.empty() ? head->text : head->text + "\n" + lines;
}

std::string DocxPoint::detail() const {
    std::string out;
    for (const DocxParagraph* paragraph : subpoints) out += (out.empty() ? "" : "\n") + paragraph->text;
    return out;
}

std::vector<DocxLink> DocxPoint::links() const {
    std::vector<DocxLink> out = head->links;
    for (const DocxParagraph* paragraph : subpoints)
        out.insert(out.end(), paragraph->links.begin(), paragraph->links.end());
    return out;
}

void DocxPoint::mark(Fate fate) const {
    head->fate = fate;
    for (DocxParagraph* paragraph : subpoints) paragraph->fate = fate;
}

std::vector<DocxPoint> pointsOf(DocxCell& cell) {
    std::vector<DocxPoint> out;
    for (DocxParagraph& paragraph : cell.paragraphs) {
        if (paragraph.text.empty()) continue;
        if (!out.empty() && isBelow(*out.back().head, paragraph))
            out.back().subpoints.push_back(&paragraph);
        else
            out.push_back({&paragraph, {}});
    }
    return out;
}

} // namespace sightline
