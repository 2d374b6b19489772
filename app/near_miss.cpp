#include "app/near_miss.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sightline {

std::size_t typingErrors(std::string_view typed, std::string_view meant) {
    // Three rows of the usual table: a swap looks two back.
    std::array<std::vector<std::size_t>, 3> rows;
    for (auto& row : rows) row.resize(meant.size() + 1);
    for (std::size_t j = 0; j <= meant.size(); ++j) rows[0][j] = j;
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        const auto& before = rows[(i + 2) % 3];
        const auto& beforeThat = rows[(i + 1) % 3];
        auto& row = rows[i % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= meant.size(); ++j) {
            const std::size_t changed = before[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1);
            row[j] = std::min({before[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                row[j] = std::min(row[j], beforeThat[j - 2] + 1);
        }
    }
    return rows[typed.size() % 3][meant.size()];
}

bool isNearMiss(std::string_view typed, std::string_view meant) {
    constexpr std::size_t kLongest = 64;
    constexpr std::size_t kShort = 4;
    if (typed.size() > kLongest) return false;
    return typingErrors(typed, meant) <= (meant.size() <= kShort ? 1 : 2);
}

} // namespace sightline
