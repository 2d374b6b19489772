#include "data/import/office_xml.h"

#include <algorithm>

#include "data/import/text.h"

namespace sightline {
namespace {

Failure wrong(FailureKind kind, const std::string& place, const std::string& part, const std::string& what) {
    return {kind, place, "The document is refused: its part " + oneLine(part) + " " + what + "."};
}

bool isUtf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

bool hasDoctype(const pugi::xml_document& xml) {
    return std::ranges::any_of(xml.children(), [](const pugi::xml_node& n) { return n.type() == pugi::node_doctype; });
}

// Without recursion: depth is what is being measured.
bool tooDeep(const pugi::xml_document& xml) {
    int depth = 1;
    pugi::xml_node node = xml.first_child();
    while (node) {
        if (depth > kDeepestXml) return true;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node) node = node.next_sibling();
    }
    return false;
}

} // namespace

Result<void> parseXml(pugi::xml_document& xml, std::string_view bytes, const std::string& place,
                      const std::string& part, WhiteSpace whiteSpace) {
    if (bytes.empty()) return {};
    if (!isUtf16(bytes) && invalidUtf8(bytes))
        return tl::unexpected(wrong(FailureKind::Damaged, place, part, "holds bytes that are not text"));
    const auto signs = std::ranges::count_if(bytes, [](char c) { return c == '<' || c == '='; });
    if (static_cast<size_t>(signs) > kMostXmlSigns)
        return tl::unexpected(wrong(FailureKind::TooLarge, place, part, "is far longer than a checklist needs"));
    const unsigned kept = whiteSpace == WhiteSpace::Alone ? pugi::parse_ws_pcdata_single : pugi::parse_ws_pcdata;
    const unsigned flags = pugi::parse_default | pugi::parse_doctype | kept;
    const pugi::xml_parse_result result = xml.load_buffer(bytes.data(), bytes.size(), flags);
    if (hasDoctype(xml) || result.status == pugi::status_bad_doctype)
        return tl::unexpected(
            wrong(FailureKind::Foreign, place, part, "has a document type declaration, which no Office document has"));
    if (!result) return tl::unexpected(wrong(FailureKind::Damaged, place, part, "is damaged (broken XML)"));
    if (tooDeep(xml))
        return tl::unexpected(wrong(FailureKind::TooLarge, place, part,
                                    "is nested more than " + std::to_string(kDeepestXml) + " levels deep"));
    return {};
}

std::string_view childValue(const pugi::xml_node& node, const char* child) {
    return node.child(child).attribute("w:val").value();
}

bool isOn(const pugi::xml_node& node, const char* child) {
    const pugi::xml_node found = node.child(child);
    if (!found) return false;
    const std::string_view value = found.attribute("w:val").value();
    return value != "0" && value != "false" && value != "off" && value != "none";
}

} // namespace sightline
