#include "data/export/pdf/library.h"

#include "data/export/pdf/chapters.h"

namespace sightline::pdf {
namespace {

Result<std::string> makePack(const Pack& pack, std::span<const EmbeddedFile> files) {
    const auto type = Typesetter::make(files);
    if (!type) return tl::unexpected(type.error());
    std::vector<Chapter> chapters;
    chapters.push_back(overviewChapter(pack, *type));
    chapters.push_back(mapChapter(pack, *type));
    for (std::size_t i = 0; i < pack.checklist().elements.size(); ++i)
        chapters.push_back(elementChapter(pack, *type, i));
    chapters.push_back(actionsChapter(pack, *type));
    if (pack.changes) chapters.push_back(changesChapter(pack, *type));
    chapters.push_back(aboutChapter(pack, *type));
    chapters.push_back(legendChapter(pack, *type));
    return drawBook(pack, *type, chapters);
}

} // namespace
} // namespace sightline::pdf

void sightlineMakePackPdf(const sightline::Pack& pack, std::span<const sightline::EmbeddedFile> files,
                          sightline::Result<std::string>& made) {
    made = sightline::pdf::makePack(pack, files);
}
