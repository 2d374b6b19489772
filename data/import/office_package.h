#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "data/failure.h"

struct zip;

namespace sightline {

/// Limits on what is unpacked. They hold for what comes out of the zip, never for what it says of itself.
constexpr size_t kMostOfficeParts = 2000;                 ///< files in the zip
constexpr size_t kLargestOfficePart = size_t{16} << 20;   ///< bytes of one part, unpacked
constexpr size_t kLargestOfficeRatio = 200;               ///< unpacked to packed bytes, from 1 MB on
constexpr size_t kSmallestRatioChecked = size_t{1} << 20; ///< text packs well; below this no harm is done

/// What a package holds, by its parts.
enum class OfficeKind { Word, Excel, OpenSpreadsheet };

/// A document of Word, Excel or LibreOffice: a zip archive of parts, opened in memory.
class OfficePackage {
public:
    /// Opens a file that is already in memory; `bytes` must outlive the package. Fails with what the file is where it
    /// is something else: a damaged or foreign zip, a presentation, an OpenDocument text, a file with macros or a
    /// password, and anything over the limits.
    static Result<OfficePackage> open(std::string_view bytes, const std::string& place);

    [[nodiscard]] OfficeKind kind() const { return kind_; }
    /// What failures call the file.
    [[nodiscard]] const std::string& place() const { return place_; }
    /// The names of all parts, in lower case, as parts are named without regard to it.
    [[nodiscard]] const std::set<std::string>& names() const { return names_; }
    [[nodiscard]] bool has(const std::string& name) const;

    /// One part, unpacked; empty where there is none of that name. Fails where it is damaged or over the limits.
    [[nodiscard]] Result<std::string> part(const std::string& name) const;

private:
    struct Discard {
        void operator()(struct zip* archive) const;
    };

    OfficePackage(struct zip* archive, std::string place) : archive_(archive), place_(std::move(place)) {}
    Result<void> listNames(size_t bytes);
    Result<void> findKind();
    [[nodiscard]] Result<bool> isLockedOpenDocument() const;
    [[nodiscard]] Failure foreign() const;

    std::unique_ptr<struct zip, Discard> archive_;
    std::string place_;
    std::set<std::string> names_;
    OfficeKind kind_ = OfficeKind::Word;
};

/// The name of a part that another one refers to. A target is relative to the folder of that part ("word/", or "" for
/// the root), or begins at the root. Nothing climbs: "" for a target that tries.
std::string officePartName(const std::string& folder, const std::string& target);

/// The name of the part that holds the relationships of another: "word/_rels/document.xml.rels".
std::string relationsPartOf(const std::string& part);

} // namespace sightline
