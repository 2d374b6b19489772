#include "data/import/xlsx_styles.h"

#include <map>

#include "data/import/office_xml.h"

namespace sightline {
namespace {

XlsxStyles::Look lookOf(int format, const std::map<int, std::string>& formats) {
    const auto own = formats.find(format);
    if (own == formats.end()) return {datePrecision(format), format == 9 || format == 10};
    return {datePrecision(own->second), own->second.find('%') != std::string::npos};
}

} // namespace

Result<XlsxStyles> XlsxStyles::load(const OfficePackage& package, const std::string& part) {
    const auto bytes = package.part(part);
    if (!bytes) return tl::unexpected(bytes.error());
    pugi::xml_document xml;
    if (auto done = parseXml(xml, *bytes, package.place(), part); !done) return tl::unexpected(done.error());
    const pugi::xml_node root = xml.document_element();
    std::map<int, std::string> formats;
    for (const pugi::xml_node& node : root.child("numFmts").children("numFmt"))
        formats.insert_or_assign(node.attribute("numFmtId").as_int(), node.attribute("formatCode").value());
    XlsxStyles out;
    for (const pugi::xml_node& node : root.child("cellXfs").children("xf"))
        out.looks_.push_back(lookOf(node.attribute("numFmtId").as_int(), formats));
    return out;
}

} // namespace sightline
