#pragma once

#include <functional>

namespace sightline {

/// Called now and then, at least at every megabyte, while a file is read: whoever waits for the reader can tell a slow
/// file from one that hangs. Empty: nobody waits.
using Progress = std::function<void()>;

} // namespace sightline
