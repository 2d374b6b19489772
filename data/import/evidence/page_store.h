#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "data/file.h"
#include "data/page_pictures.h"
#include "data/verify.h"

namespace sightline {

/// The pictures of the pages of one import until they are published: files in a private folder, or still in the private
/// copy of the snapshot that they are taken over from. Never all in memory. The folder goes with the store.
class PageStore {
public:
    static Result<std::shared_ptr<PageStore>> make();

    [[nodiscard]] const std::filesystem::path& folder() const { return work.path(); }

    /// Takes a private copy of an earlier snapshot and verifies it. False: there is none at that path. Fails where
    /// something is there that is no intact snapshot.
    Result<bool> open(const std::filesystem::path& earlier, const CopyCheck& apart);
    /// Its checklist; nothing where none was opened.
    [[nodiscard]] const Checklist* earlier() const { return taken ? &taken->snapshot.checklist : nullptr; }

    /// The pictures of a document with this id lie in that folder as "1.png" and so on.
    void keepFolder(int document, const std::filesystem::path& pictures) { folders[document] = pictures; }
    /// They are those of a document of the earlier snapshot.
    void keepEarlier(int document, int earlierDocument) { earlierIds[document] = earlierDocument; }

    /// For publish. The store must live as long.
    [[nodiscard]] Result<std::string> picture(const Document& document, const DocumentPage& page) const;
    /// Of the earlier snapshot.
    [[nodiscard]] Result<std::string> earlierPicture(const Document& document, const DocumentPage& page) const;

private:
    explicit PageStore(TemporaryFolder made) : work(std::move(made)) {}

    TemporaryFolder work;
    std::optional<VerifiedSnapshot> taken;
    PictureSource earlierPictures = noPictures();
    std::map<int, std::filesystem::path> folders;
    std::map<int, int> earlierIds;
};

} // namespace sightline
