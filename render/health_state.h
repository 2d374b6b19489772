#pragma once

#include <string>
#include <vector>

namespace sightline {

/// A value on the health page: "Running for", "3 days 4 hours".
struct HealthFact {
    std::string label;
    std::string value;
    bool operator==(const HealthFact&) const = default;
};

struct HealthSection {
    std::string heading;
    std::vector<HealthFact> facts;
    std::string nothing; ///< what is said where there are no facts
    bool operator==(const HealthSection&) const = default;
};

/// How the wall itself is doing, in words, for the health page.
struct HealthState {
    std::string subtitle;
    std::vector<HealthSection> wall;   ///< the program and the panel
    std::vector<HealthSection> source; ///< the snapshot and where it comes from
    bool operator==(const HealthState&) const = default;
};

} // namespace sightline
