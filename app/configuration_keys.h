#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>
#include <toml++/toml.h>

#include "app/options.h"

namespace sightline {

/// What a value of the file puts into the options, or what is wrong with it, as a sentence.
using ReadValue = tl::expected<std::function<void(ShowOptions&)>, std::string>;

/// A setting that the file may hold. A new one is one more row of the table in configuration_keys.cpp.
struct ConfigurationKey {
    std::string_view name;   ///< section and key: "wall.idle"
    std::string_view option; ///< the option of `show` that means the same; empty: none
    std::string_view unit;   ///< as a person says it; empty: it has none
    ReadValue (*read)(const toml::node& value);
    std::string (*print)(const ShowOptions& options); ///< as it holds, with what stands in for a setting that is empty
    bool alwaysHolds = false;                         ///< also where something else in the file is wrong
};

std::span<const ConfigurationKey> configurationKeys();

} // namespace sightline
