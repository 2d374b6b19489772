#pragma once

#include "app/configuration_keys.h"

namespace sightline {

/// `wall.scheme`: "standard", or five colours that everybody can tell apart.
ReadValue readScheme(const toml::node& value);
std::string printScheme(const ShowOptions& options);

} // namespace sightline
