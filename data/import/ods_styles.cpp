#include "data/import/ods_styles.h"

namespace sightline {
namespace {

constexpr int kMostParents = 10; // of a style; more is a circle

DatePrecision precisionOf(const pugi::xml_node& format) {
    if (format.child("number:day") || !format.child("number:year")) return DatePrecision::ToDay;
    return format.child("number:month") ? DatePrecision::ToMonth : DatePrecision::ToYear;
}

} // namespace

void OdsStyles::add(const pugi::xml_node& root) {
    for (const char* group : {"office:styles", "office:automatic-styles"})
        for (const pugi::xml_node& node : root.child(group).children()) {
            const std::string name = node.attribute("style:name").value();
            const std::string_view kind = node.name();
            if (kind == "number:date-style") formats_.insert_or_assign(name, precisionOf(node));
            if (kind != "style:style") continue;
            if (node.attribute("style:data-style-name"))
                formatOfStyle_.insert_or_assign(name, node.attribute("style:data-style-name").value());
            if (node.attribute("style:parent-style-name"))
                parents_.insert_or_assign(name, node.attribute("style:parent-style-name").value());
            if (std::string_view(node.child("style:table-properties").attribute("table:display").value()) == "false")
                hidden_.insert_or_assign(name, true);
        }
}

DatePrecision OdsStyles::precision(const std::string& cellStyle) const {
    std::string style = cellStyle;
    for (int i = 0; i < kMostParents && !style.empty(); ++i) {
        if (const auto format = formatOfStyle_.find(style); format != formatOfStyle_.end()) {
            const auto found = formats_.find(format->second);
            return found == formats_.end() ? DatePrecision::ToDay : found->second;
        }
        const auto parent = parents_.find(style);
        style = parent == parents_.end() ? std::string() : parent->second;
    }
    return DatePrecision::ToDay;
}

bool OdsStyles::hidesTable(const std::string& tableStyle) const { return hidden_.contains(tableStyle); }

} // namespace sightline
