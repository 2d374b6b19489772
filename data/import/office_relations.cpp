#include "data/import/office_relations.h"

#include "data/import/office_xml.h"

namespace sightline {

std::string OfficeRelations::targetOfType(std::string_view ending) const {
    for (const auto& [id, relation] : byId)
        if (!relation.external && relation.type.ends_with(ending)) return relation.target;
    return {};
}

std::string OfficeRelations::address(std::string_view id) const {
    const auto it = byId.find(id);
    return it != byId.end() && it->second.external ? it->second.target : std::string();
}

Result<OfficeRelations> readRelations(std::string_view bytes, const std::string& place, const std::string& part) {
    pugi::xml_document xml;
    if (auto done = parseXml(xml, bytes, place, part); !done) return tl::unexpected(done.error());
    OfficeRelations out;
    for (const pugi::xml_node& node : xml.document_element().children())
        out.byId.insert_or_assign(
            node.attribute("Id").value(),
            OfficeRelations::Relation{node.attribute("Type").value(), node.attribute("Target").value(),
                                      std::string_view(node.attribute("TargetMode").value()) == "External"});
    return out;
}

} // namespace sightline
