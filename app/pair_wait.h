#pragma once

#include <optional>
#include <string>
#include <utility>

#include "render/ui_types.h"

namespace sightline {

/// A snapshot and its signature are two files, so there is a moment when one is replaced and the other is not. That is
/// no problem yet: it becomes one when the pair has stayed like that for a while.
class PairWait {
public:
    explicit PairWait(Seconds patience) : patience_(patience) {}

    void hold(std::string problem, Seconds now) { held_ = {std::move(problem), now + patience_}; }
    void letGo() { held_.reset(); }
    /// The problem, once, when the time is over.
    std::optional<std::string> due(Seconds now) {
        if (!held_ || now < held_->second) return std::nullopt;
        return std::exchange(held_, std::nullopt)->first;
    }

private:
    Seconds patience_;
    std::optional<std::pair<std::string, Seconds>> held_;
};

} // namespace sightline
