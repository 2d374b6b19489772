#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/options.h"
#include "data/failure.h"

namespace sightline {

/// Where the configuration file is unless `--config` says otherwise.
inline constexpr const char* kConfigurationFile = "/etc/sightline/sightline.toml";
/// How large one may be, bytes. toml++ takes a key of any depth ("a.a.a…") and frees it level by level on the stack,
/// some 256 bytes each: this is a quarter of the stack at the worst.
inline constexpr std::uint64_t kConfigurationBytes = 16 << 10;

/// One setting as a file gives it.
struct ConfiguredValue {
    std::string_view name;                    ///< "wall.idle"
    std::string_view option;                  ///< the option of `show` that goes before it; empty: none does
    int line = 0;                             ///< where in the file
    std::function<void(ShowOptions&)> assign; ///< puts it into the options
};

/// What a configuration file says. It holds as a whole or not at all: where anything in it is wrong the wall starts
/// with the defaults. Only where the snapshot, its state and its keys are and whose it is go on holding: without them
/// there is no picture, or one that nobody vouches for. So does what the room may see: a mistake elsewhere must not
/// show it more. Where that is not known, whatever is marked is hidden, and so are owners' names while nobody is there.
struct Configuration {
    std::filesystem::path file;          ///< empty: there is none, and none was asked for
    std::vector<ConfiguredValue> values; ///< what holds
    std::vector<Failure> problems;       ///< why it was not taken, by line; empty: it was
    bool privacyKnown = true;            ///< false: what it says of the room's privacy could not be made out
    bool keysUnknown = false;            ///< it speaks of keys, and what it says of them could not be taken
};

/// Reads a file of TOML. `asked`: empty looks at `otherwise`, which need not be there. The file is as hostile as any
/// other: bounded, regular, UTF-8, every key known and every value within its range. A failure's place is "file:line"
/// and its sentence begins with the key.
Configuration readConfiguration(const std::string& asked, const char* otherwise = kConfigurationFile);

/// Lays the file over the defaults and under what the command line says itself.
ShowOptions withConfiguration(ShowOptions options, const Configuration& configuration);

} // namespace sightline
