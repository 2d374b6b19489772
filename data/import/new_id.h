#pragma once

#include <limits>
#include <set>

namespace sightline {

/// Gives ids that no row has: above all others, or where that cannot be, the smallest that are free.
class NewIds {
public:
    NewIds() = default;
    template <class Rows>
    explicit NewIds(const Rows& rows) {
        for (const auto& row : rows) taken_.insert(row.id);
    }

    /// False where the id is taken already.
    bool take(int id) { return taken_.insert(id).second; }

    int next() {
        const int largest = taken_.empty() ? 0 : *taken_.rbegin();
        int id = largest == std::numeric_limits<int>::max() ? 1 : largest + 1;
        while (!taken_.insert(id).second) ++id;
        return id;
    }

private:
    std::set<int> taken_;
};

} // namespace sightline
