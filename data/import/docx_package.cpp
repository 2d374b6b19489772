#include "data/import/docx_package.h"

#include "data/import/office_relations.h"

namespace sightline {
namespace {

void listUnread(const OfficePackage& package, DocxPackage& out) {
    for (const std::string& name : package.names()) {
        if (!name.ends_with(".xml")) continue;
        const std::string file = name.substr(name.rfind('/') + 1);
        for (const char* kind : {"footnotes", "endnotes", "comments.", "header", "footer"})
            if (file.starts_with(kind)) out.unread.push_back(name);
    }
}

} // namespace

Result<DocxPackage> openDocx(const OfficePackage& package) {
    DocxPackage out;
    const auto root = package.part("_rels/.rels");
    if (!root) return tl::unexpected(root.error());
    const auto relations = readRelations(*root, package.place(), "_rels/.rels");
    if (!relations) return tl::unexpected(relations.error());
    const std::string main = officePartName("", relations->targetOfType("/officeDocument"));
    if (!package.has(main))
        return fail(FailureKind::Foreign, package.place(), "The file is a zip archive, but not a Word document.");
    auto relationships = package.part(relationsPartOf(main));
    if (!relationships) return tl::unexpected(relationships.error());
    out.relationships = std::move(*relationships);
    const auto own = readRelations(out.relationships, package.place(), relationsPartOf(main));
    if (!own) return tl::unexpected(own.error());
    const std::string folder = main.substr(0, main.rfind('/') + 1);
    const std::pair<std::string, std::string*> parts[] = {
        {main, &out.document},
        {officePartName(folder, own->targetOfType("/styles")), &out.styles},
        {officePartName(folder, own->targetOfType("/numbering")), &out.numbering},
        {"docProps/core.xml", &out.properties}};
    for (const auto& [name, target] : parts) {
        auto bytes = package.part(name);
        if (!bytes) return tl::unexpected(bytes.error());
        *target = std::move(*bytes);
    }
    listUnread(package, out);
    return out;
}

} // namespace sightline
