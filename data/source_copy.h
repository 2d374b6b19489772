#pragma once

#include <filesystem>
#include <string>

#include "data/failure.h"
#include "data/file.h"
#include "data/fingerprint.h"
#include "data/progress.h"

namespace sightline {

/// A private copy of a source, of which nothing is known yet but its bytes. It goes with this, unless it is kept.
class SourceCopy {
public:
    /// Copies what is open as `from` into a private folder. `source` names it in failures.
    static Result<SourceCopy> make(const SourceFile& from, std::string source, const std::filesystem::path& folder,
                                   bool isSigned, const Progress& goesOn);
    ~SourceCopy();
    SourceCopy(SourceCopy&& other) noexcept;
    SourceCopy& operator=(SourceCopy&&) = delete;
    SourceCopy(const SourceCopy&) = delete;
    SourceCopy& operator=(const SourceCopy&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// The source's, for failures.
    [[nodiscard]] const std::string& place() const { return source_; }
    [[nodiscard]] const Fingerprint& print() const { return print_; }
    /// The file is somebody else's from now on.
    void keep() { path_.clear(); }

private:
    SourceCopy(std::filesystem::path path, std::string source) : path_(std::move(path)), source_(std::move(source)) {}

    std::filesystem::path path_; ///< empty: there is no file to take away
    std::string source_;
    Fingerprint print_;
};

} // namespace sightline
