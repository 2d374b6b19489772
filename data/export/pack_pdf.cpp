#include "data/export/pack_pdf.h"

#include "data/export/pdf/chapters.h"

namespace sightline {

Result<std::string> packPdf(const Pack& pack) {
    const auto type = pdf::Typesetter::make();
    if (!type) return tl::unexpected(type.error());
    std::vector<pdf::Chapter> chapters;
    chapters.push_back(pdf::overviewChapter(pack, *type));
    chapters.push_back(pdf::mapChapter(pack, *type));
    for (std::size_t i = 0; i < pack.checklist().elements.size(); ++i)
        chapters.push_back(pdf::elementChapter(pack, *type, i));
    chapters.push_back(pdf::actionsChapter(pack, *type));
    if (pack.changes) chapters.push_back(pdf::changesChapter(pack, *type));
    chapters.push_back(pdf::aboutChapter(pack, *type));
    chapters.push_back(pdf::legendChapter(pack, *type));
    return pdf::drawBook(pack, *type, chapters);
}

} // namespace sightline
