#pragma once

#include <functional>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "tests/faults/disk.h"

namespace sightline::faults {

/// Which fsyncs count. All, unless a test wants to see what they are there for.
enum class Syncs { All, OfFilesOnly, OfFoldersOnly, None };

/// What may be found on a disk after the power went while a program was at work on it. What was synced is there. Of
/// everything after that POSIX promises nothing, and ext4 and others make use of it: names may have been made, moved
/// and removed or not, each for itself and in no order; of the bytes of a file any blocks may be there or not, torn
/// between two sectors too, and its length may be there before they are. Only a rename within a folder is done wholly
/// or not at all.
class PowerCut {
public:
    PowerCut(Disk before, std::vector<DiskCall> calls, Syncs syncs = Syncs::All);

    /// The power goes after so many calls: 0 to this.
    [[nodiscard]] std::size_t calls() const { return calls_.size(); }

    /// Different disks that may be found; `look` is told each with the number of calls that were made, and says whether
    /// to go on. First those that are chosen by rule, at every moment: nothing or all that was not synced, one name or
    /// all but one, the bytes kept, lost, empty, foreign, cut short, with a hole, torn. Then by chance, until there are
    /// `wanted` in all or no more turn up. Returns how many there were.
    using Look = std::function<bool(const Disk& disk, std::size_t made)>;
    std::size_t each(std::size_t wanted, const Look& look) const;

    /// What becomes of the bytes of a file that were not synced.
    enum class Bytes { Kept, Lost, Empty, Foreign, Short, Hole, Torn, Mixed };
    /// Whether the name number so many of those that were not synced is there.
    using Names = std::function<bool(std::size_t which)>;
    /// One of them.
    [[nodiscard]] Disk after(std::size_t made, const Names& names, const std::function<Bytes()>& bytes,
                             std::mt19937_64& random) const;

private:
    [[nodiscard]] std::size_t unsyncedNames(std::size_t made) const;
    [[nodiscard]] bool counts(const DiskCall& call) const;

    Disk before_;
    std::vector<DiskCall> calls_;
    Syncs syncs_;
    std::vector<bool> isFolder_; ///< of every node
};

} // namespace sightline::faults
