#pragma once

#include <filesystem>

namespace sightline {

/// A hint that something in a folder changed, so that looking once a second can be sooner. Only a hint: network folders
/// give none, and a queue that overflows loses some.
class FolderWatch {
public:
    explicit FolderWatch(std::filesystem::path folder);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// Readable when there is a hint; -1: hints are not to be had.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// Takes all hints, and begins watching again where the folder was missing or replaced.
    void drain();

private:
    void watch();

    std::filesystem::path folder_;
    int descriptor_ = -1;
    int watch_ = -1;
};

} // namespace sightline
