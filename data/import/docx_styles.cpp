#include "data/import/docx_styles.h"

#include <algorithm>

#include "data/import/office_xml.h"
#include "data/import/text.h"

namespace sightline {
namespace {

constexpr int kDeepestBase = 20;    // styles based on styles; a ring of them must end too
constexpr int kMostIndent = 31'680; // 22 inches, Word's own limit

bool isHeadingName(std::string_view name) {
    const std::string lower = lowerCase(name);
    return lower.starts_with("heading") || lower == "title" || lower == "subtitle";
}

int number(std::string_view text, int otherwise) {
    const std::string digits(text);
    return digits.empty() ? otherwise : std::clamp(std::atoi(digits.c_str()), 0, kMostIndent);
}

int indentOf(const pugi::xml_node& properties) {
    const pugi::xml_node indent = properties.child("w:ind");
    const std::string_view left = indent.attribute("w:left").value();
    return number(left.empty() ? indent.attribute("w:start").value() : left, -1);
}

} // namespace

DocxStyles::Properties DocxStyles::read(const pugi::xml_node& properties) {
    Properties out;
    const std::string_view outline = childValue(properties, "w:outlineLvl");
    out.heading = !outline.empty() && outline != "9"; // 9 is body text
    const pugi::xml_node list = properties.child("w:numPr");
    out.list = number(childValue(list, "w:numId"), -1);
    out.level = number(childValue(list, "w:ilvl"), -1);
    out.indent = indentOf(properties);
    return out;
}

Result<DocxStyles> DocxStyles::load(const DocxPackage& package, const std::string& place) {
    DocxStyles out;
    pugi::xml_document styles;
    if (auto done = parseXml(styles, package.styles, place, "styles"); !done) return tl::unexpected(done.error());
    for (const pugi::xml_node& style : styles.document_element().children("w:style")) {
        const std::string id = style.attribute("w:styleId").value();
        Properties properties = read(style.child("w:pPr"));
        properties.base = childValue(style, "w:basedOn");
        properties.heading = properties.heading || isHeadingName(childValue(style, "w:name"));
        if (std::string_view(style.attribute("w:type").value()) != "paragraph") continue;
        if (std::string_view(style.attribute("w:default").value()) == "1") out.defaultStyle_ = id;
        out.styles_.insert_or_assign(id, std::move(properties));
    }
    pugi::xml_document numbering;
    if (auto done = parseXml(numbering, package.numbering, place, "numbering"); !done)
        return tl::unexpected(done.error());
    out.loadNumbering(numbering.document_element());
    return out;
}

void DocxStyles::loadNumbering(const pugi::xml_node& numbering) {
    for (const pugi::xml_node& kind : numbering.children("w:abstractNum")) {
        auto& levels = kinds_[kind.attribute("w:abstractNumId").value()];
        for (const pugi::xml_node& level : kind.children("w:lvl")) {
            const std::string_view format = childValue(level, "w:numFmt");
            const bool ordered = !format.empty() && format != "bullet" && format != "none";
            levels[number(level.attribute("w:ilvl").value(), 0)] = {ordered, indentOf(level.child("w:pPr"))};
        }
    }
    for (const pugi::xml_node& list : numbering.children("w:num"))
        lists_.insert_or_assign(number(list.attribute("w:numId").value(), 0), childValue(list, "w:abstractNumId"));
}

const DocxStyles::Level* DocxStyles::levelOf(int list, int level) const {
    const auto kind = lists_.find(list);
    if (kind == lists_.end()) return nullptr;
    const auto levels = kinds_.find(kind->second);
    if (levels == kinds_.end()) return nullptr;
    const auto found = levels->second.find(level);
    return found == levels->second.end() ? nullptr : &found->second;
}

ParagraphFormat DocxStyles::format(const pugi::xml_node& properties) const {
    Properties own = read(properties);
    std::string style(childValue(properties, "w:pStyle"));
    if (style.empty()) style = defaultStyle_;
    int styleIndent = -1;
    ParagraphFormat out;
    out.heading = own.heading || (styles_.empty() && isHeadingName(style));
    for (int depth = 0; depth < kDeepestBase; ++depth) {
        const auto it = styles_.find(style);
        if (it == styles_.end()) break;
        const Properties& base = it->second;
        out.heading = out.heading || base.heading;
        if (own.list < 0) own.list = base.list;
        if (own.level < 0) own.level = base.level;
        if (styleIndent < 0) styleIndent = base.indent;
        style = base.base;
    }
    out.list = std::max(own.list, 0);
    out.listed = out.list > 0; // list 0 takes a paragraph out of the list of its style
    out.level = std::max(own.level, 0);
    const Level* level = out.listed ? levelOf(out.list, out.level) : nullptr;
    out.ordered = level != nullptr && level->ordered;
    const int listIndent = level != nullptr ? level->indent : -1;
    out.indent = own.indent >= 0 ? own.indent : std::max({listIndent >= 0 ? listIndent : styleIndent, 0});
    return out;
}

} // namespace sightline
