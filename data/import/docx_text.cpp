#include "data/import/docx_text.h"

#include <algorithm>
#include <array>

#include "data/import/office_xml.h"
#include "data/import/text.h"

namespace sightline {
namespace {

using Node = pugi::xml_node;

constexpr std::string_view kSymbolBullet = "\u2022"; // what a character of a symbol font is taken for
constexpr std::array<std::string_view, 9> kTypedBullets = {"\u2022", "\u00B7", "\u25AA", "\u25CF", "\u25CB",
                                                           "\u25E6", "\u2023", "\u2043", "\u25A0"};

bool is(const Node& node, std::string_view name) { return name == node.name(); }

// The address in a field's code: HYPERLINK "https://..." \o "tip". A place in the document (\l) is no address.
std::string fieldAddress(const std::string& code) {
    const std::string line = oneLine(code);
    if (!lowerCase(line).starts_with("hyperlink ")) return {};
    const size_t open = line.find('"');
    const size_t bookmark = line.find("\\l ");
    if (open == std::string::npos || bookmark < open) return {};
    const size_t close = line.find('"', open + 1);
    return line.substr(open + 1, close == std::string::npos ? close : close - open - 1);
}

// The length of a bullet that was typed rather than formatted, with the space after it; 0 where there is none.
size_t typedBullet(std::string_view text) {
    for (const std::string_view bullet : kTypedBullets)
        if (text.starts_with(bullet))
            return text.size() > bullet.size() && text[bullet.size()] == ' ' ? bullet.size() + 1 : bullet.size();
    for (const std::string_view dash : {"- ", "* ", "\u2013 "})
        if (text.starts_with(dash)) return dash.size();
    return 0;
}

std::vector<std::string> linesOf(const std::string& raw) {
    std::vector<std::string> out;
    size_t at = 0;
    while (at <= raw.size()) {
        const size_t end = std::min(raw.find('\n', at), raw.size());
        out.push_back(oneLine(std::string_view(raw).substr(at, end - at)));
        at = end + 1;
    }
    return out;
}

class Reader {
public:
    Reader(const OfficeRelations& relations, DocxAsides& asides) : relations_(relations), asides_(asides) {}

    void inside(const Node& parent) {
        for (const Node& child : parent.children()) inlineNode(child);
    }

    std::string raw;
    std::vector<DocxLink> links;
    bool anyPlain = false; // some text that is not bold

private:
    struct Field {
        std::string code;
        bool inResult = false;
        size_t begin = 0;
        int line = 0;
    };

    void inlineNode(const Node& node) {
        if (is(node, "w:r"))
            run(node);
        else if (is(node, "w:hyperlink"))
            hyperlink(node);
        else if (is(node, "w:fldSimple"))
            withLink(fieldAddress(node.attribute("w:instr").value()), node);
        else if (is(node, "w:ins") || is(node, "w:moveTo")) {
            ++asides_.insertions;
            inside(node);
        } else if (is(node, "w:del") || is(node, "w:moveFrom"))
            ++asides_.deletions;
        else if (is(node, "w:sdt"))
            control(node);
        else if (is(node, "w:smartTag") || is(node, "w:customXml") || is(node, "w:dir") || is(node, "w:bdo"))
            inside(node);
        else if (is(node, "mc:AlternateContent"))
            alternative(node, false);
        else if (is(node, "m:oMath") || is(node, "m:oMathPara"))
            formula(node);
    }

    void hyperlink(const Node& node) { withLink(relations_.address(node.attribute("r:id").value()), node); }

    void withLink(const std::string& address, const Node& node) {
        const size_t begin = raw.size();
        const int line = line_;
        inside(node);
        addLink(address, begin, line);
    }

    void addLink(const std::string& address, size_t begin, int line) {
        if (address.empty()) return;
        if (links.size() >= kMostLinks || address.size() > kLongestAddress)
            ++asides_.links;
        else
            links.push_back({oneLine(address), oneLine(raw.substr(std::min(begin, raw.size()))), line});
    }

    // A line feed in the XML is white space; only Word's own breaks begin a line.
    void addText(std::string_view text) {
        const size_t before = raw.size();
        raw += text;
        std::replace(raw.begin() + static_cast<std::ptrdiff_t>(before), raw.end(), '\n', ' ');
    }

    void addBreak() {
        raw += '\n';
        ++line_;
    }

    void control(const Node& node) {
        if (!isOn(node.child("w:sdtPr"), "w:showingPlcHdr")) return inside(node.child("w:sdtContent"));
        Reader prompt(relations_, asides_);
        prompt.inside(node.child("w:sdtContent"));
        if (const std::string text = oneLine(prompt.raw); !text.empty()) asides_.hidden.push_back(text);
    }

    // Two ways to say the same; only one may be read.
    void alternative(const Node& node, bool inRun) {
        Node chosen = node.child("mc:Choice");
        if (!chosen) chosen = node.child("mc:Fallback");
        if (!inRun) return inside(chosen);
        for (const Node& child : chosen.children()) runNode(child);
    }

    void formula(const Node& node) {
        for (const Node& child : node.children()) {
            if (is(child, "m:t"))
                addText(child.text().get());
            else
                formula(child);
        }
    }

    void run(const Node& node) {
        const Node properties = node.child("w:rPr");
        const size_t before = raw.size();
        const int line = line_;
        for (const Node& child : node.children()) runNode(child);
        const std::string added = oneLine(raw.substr(before));
        if (isOn(properties, "w:vanish")) {
            raw.resize(before);
            line_ = line;
            if (!added.empty()) asides_.hidden.push_back(added);
        } else if (!added.empty() && !isOn(properties, "w:b")) {
            anyPlain = true;
        }
    }

    void runNode(const Node& node) {
        if (is(node, "w:fldChar")) return fieldMark(node);
        if (is(node, "w:instrText")) {
            if (!fields_.empty() && !fields_.back().inResult) fields_.back().code += node.text().get();
            return;
        }
        if (is(node, "w:drawing") || is(node, "w:pict") || is(node, "w:object")) return picture(node);
        if (is(node, "w:footnoteReference") || is(node, "w:endnoteReference")) ++asides_.notes;
        if (is(node, "w:commentReference")) ++asides_.comments;
        if (is(node, "mc:AlternateContent")) return alternative(node, true);
        // What stands in the code of an outer field is code too.
        if (std::ranges::any_of(fields_, [](const Field& field) { return !field.inResult; })) return;
        if (is(node, "w:t"))
            addText(node.text().get());
        else if (is(node, "w:cr") || (is(node, "w:br") && *node.attribute("w:type").value() == '\0'))
            addBreak();
        else if (is(node, "w:br") || is(node, "w:tab") || is(node, "w:ptab"))
            raw += ' ';
        else if (is(node, "w:noBreakHyphen"))
            raw += '-';
        else if (is(node, "w:sym"))
            raw += kSymbolBullet;
    }

    void fieldMark(const Node& node) {
        const std::string_view type = node.attribute("w:fldCharType").value();
        if (type == "begin") {
            if (fields_.size() == kMostNestedFields)
                ++ignored_;
            else
                fields_.push_back({});
        } else if (type == "end" && ignored_ > 0) {
            --ignored_;
        } else if (type == "separate" && !fields_.empty() && ignored_ == 0) {
            fields_.back().inResult = true;
            fields_.back().begin = raw.size();
            fields_.back().line = line_;
        } else if (type == "end" && !fields_.empty()) {
            const Field field = std::move(fields_.back());
            fields_.pop_back();
            if (field.inResult) addLink(fieldAddress(field.code), field.begin, field.line);
        }
    }

    void picture(const Node& node) {
        std::string boxed;
        boxText(node, boxed);
        boxed = oneLine(boxed);
        if (boxed.empty())
            ++asides_.pictures;
        else
            asides_.textBoxes.push_back(boxed);
    }

    // The text of all boxes in a drawing; of two ways to say the same, one.
    void boxText(const Node& node, std::string& text) {
        for (const Node& child : node.children()) {
            if (is(child, "w:p")) {
                Reader inner(relations_, asides_);
                inner.inside(child);
                text.append(inner.raw).append(" ");
            } else if (!is(child, "mc:Fallback") || !node.child("mc:Choice")) {
                boxText(child, text);
            }
        }
    }

    const OfficeRelations& relations_;
    DocxAsides& asides_;
    std::vector<Field> fields_;
    int ignored_ = 0; // fields within too many fields
    int line_ = 0;
};

} // namespace

std::vector<DocxParagraph> readParagraph(const Node& paragraph, const DocxStyles& styles,
                                         const OfficeRelations& relations, DocxAsides& asides) {
    Reader reader(relations, asides);
    reader.inside(paragraph);
    const Node properties = paragraph.child("w:pPr");
    DocxParagraph model;
    model.format = styles.format(properties);
    model.bold = !reader.anyPlain;
    const Node mark = properties.child("w:rPr");
    model.markDeleted = mark.child("w:del") || mark.child("w:moveFrom");
    std::vector<std::string> lines = linesOf(reader.raw);
    const bool typed =
        std::any_of(lines.begin() + 1, lines.end(), [](const std::string& line) { return typedBullet(line) > 0; });
    if (!typed) lines = {oneLine(reader.raw)};
    std::vector<DocxParagraph> out;
    for (int number = 0; number < static_cast<int>(lines.size()); ++number) {
        const std::string& line = lines[static_cast<size_t>(number)];
        if (line.empty() && lines.size() > 1) continue;
        DocxParagraph part = model;
        const size_t bullet = typedBullet(line);
        part.text = oneLine(std::string_view(line).substr(bullet));
        part.format.listed = part.format.listed || bullet > 0;
        std::ranges::copy_if(reader.links, std::back_inserter(part.links),
                             [&](const DocxLink& link) { return lines.size() == 1 || link.line == number; });
        out.push_back(std::move(part));
    }
    for (size_t i = 0; i + 1 < out.size(); ++i) out[i].markDeleted = false;
    return out;
}

} // namespace sightline
