#include "data/export/changes_text.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "data/change_words.h"

namespace sightline {
namespace {

constexpr std::size_t kEdge = 2; // before the tags
constexpr std::size_t kGap = 2;  // between tags and words

/// Characters, as far as a terminal's columns go: continuation bytes of UTF-8 take none.
std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// The next piece of text up to `separator`, which it takes off `rest`.
std::string_view takePiece(std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view piece = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return piece;
}

/// A text that grows by lines, each wrapped at words. A word longer than a line stands alone and sticks out: names and
/// addresses are not broken.
class Lines {
public:
    explicit Lines(std::size_t most) : width(most) {}

    /// `lead` stands in the first `indent` columns of the first line, `words` after it.
    void paragraph(std::string_view lead, std::size_t indent, std::string_view words) {
        std::string line(lead);
        line.append(indent - std::min(indent, columns(lead)), ' ');
        std::size_t used = indent;
        bool empty = true;
        while (!words.empty()) {
            const std::string_view word = takePiece(words, ' ');
            if (word.empty()) continue;
            if (!empty && used + 1 + columns(word) > width) {
                text += line + "\n";
                line.assign(indent, ' ');
                used = indent;
                empty = true;
            }
            if (!empty) line += ' ';
            line += word;
            used += columns(word) + (empty ? 0 : 1);
            empty = false;
        }
        text += line + "\n";
    }

    /// The same for a text whose line feeds start sub-points.
    void points(std::string_view lead, std::size_t indent, std::string_view words) {
        paragraph(lead, indent, takePiece(words, '\n'));
        while (!words.empty()) paragraph(std::string(indent, ' ') + "- ", indent + 2, takePiece(words, '\n'));
    }

    void blank() { text += "\n"; }
    [[nodiscard]] std::string take() { return std::move(text); }

private:
    std::size_t width;
    std::string text;
};

void printLine(Lines& lines, const ChangeLine& line, std::size_t indent, bool opinion) {
    const std::string margin(indent, ' ');
    lines.points(std::string(kEdge, ' ') + line.tag, indent, line.title);
    // An opinion's title names its element already.
    std::string note = line.element == 0 || opinion ? "" : "element " + std::to_string(line.element);
    if (!line.note.empty()) note += (note.empty() ? "" : " · ") + line.note;
    if (!note.empty()) lines.paragraph(margin, indent, note);
    if (!line.before.empty()) lines.points(margin, indent, "before: " + line.before);
}

} // namespace

std::string changesText(const Changes& changes, std::size_t width) {
    const auto sections = changeSections(changes);
    std::size_t widest = 0;
    for (const ChangeSection& section : sections)
        for (const ChangeLine& line : section.lines) widest = std::max(widest, columns(line.tag));
    const std::size_t indent = kEdge + widest + kGap;

    Lines lines(std::clamp(width, kLeastTextWidth, kMostTextWidth));
    lines.paragraph("", 0, changePeriod(changes));
    if (const std::string crosswalk = crosswalkSentence(changes); !crosswalk.empty()) lines.paragraph("", 0, crosswalk);
    if (changes.none()) {
        lines.paragraph("", 0, "Nothing changed: opinions, actions, evidence and positions are the same.");
        return lines.take();
    }
    for (const ChangeSection& section : sections) {
        lines.blank();
        lines.paragraph("", 0, section.heading + (section.counts.empty() ? "" : ": " + section.counts));
        if (section.lines.empty()) lines.paragraph("", kEdge, section.nothing);
        for (const ChangeLine& line : section.lines) printLine(lines, line, indent, &section == &sections.front());
    }
    return lines.take();
}

} // namespace sightline
