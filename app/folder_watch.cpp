#include "app/folder_watch.h"

#include <array>
#include <cstring>
#include <sys/inotify.h>
#include <unistd.h>

namespace sightline {

FolderWatch::FolderWatch(std::filesystem::path folder)
    : folder_(std::move(folder)), descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FolderWatch::~FolderWatch() {
    if (descriptor_ >= 0) close(descriptor_);
}

void FolderWatch::renew() {
    if (descriptor_ < 0 || watch_ >= 0) return;
    // The folder, not the file: a watch on the file would follow the one that was renamed away.
    watch_ = inotify_add_watch(descriptor_, folder_.c_str(),
                               IN_MOVED_TO | IN_MOVED_FROM | IN_CLOSE_WRITE | IN_DELETE | IN_DELETE_SELF |
                                   IN_MOVE_SELF | IN_ONLYDIR);
}

void FolderWatch::drain() {
    if (descriptor_ < 0) return;
    alignas(inotify_event) std::array<char, 4096> buffer{};
    bool lost = false;
    ssize_t length = 0;
    while ((length = read(descriptor_, buffer.data(), buffer.size())) > 0) {
        for (std::size_t at = 0; at < static_cast<std::size_t>(length);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            lost = lost || (event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT)) != 0;
            at += sizeof event + event.len;
        }
    }
    if (!lost) return;
    if (const int watch = watch_.exchange(-1); watch >= 0) inotify_rm_watch(descriptor_, watch);
}

} // namespace sightline
