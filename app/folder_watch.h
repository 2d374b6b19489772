#pragma once

#include <atomic>
#include <filesystem>

namespace sightline {

/// A hint that something in a folder changed, so that looking once a second can be sooner. Only a hint: network folders
/// give none, and a queue that overflows loses some. For two threads: one that asks for the folder, which may take for
/// ever where it is a network's, and one that takes the hints.
class FolderWatch {
public:
    explicit FolderWatch(std::filesystem::path folder);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// Readable when there is a hint; -1: hints are not to be had.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// Begins to watch, also again where the folder was missing or has been replaced.
    void renew();
    /// Takes all hints.
    void drain();

private:
    std::filesystem::path folder_;
    int descriptor_ = -1;
    std::atomic<int> watch_ = -1;
};

} // namespace sightline
