#include "app/command_config.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "app/configuration.h"
#include "app/configuration_keys.h"
#include "app/report_failure.h"

namespace sightline {

namespace {

/// Says what is wrong with the file, all of it, and how that ends.
ExitCode reportProblems(const Configuration& configuration) {
    ExitCode code = kFine;
    for (const Failure& problem : configuration.problems) code = reportFailure(problem);
    return code;
}

std::string originOf(const ConfigurationKey& key, const Configuration& configuration) {
    const auto found = std::ranges::find(configuration.values, key.name, &ConfiguredValue::name);
    return found == configuration.values.end() ? "default" : "line " + std::to_string(found->line);
}

} // namespace

ExitCode runConfigCheck(const ConfigCheckCommand& options) {
    const Configuration configuration = readConfiguration(options.file);
    if (configuration.file.empty()) {
        fmt::print("There is no {}: every setting has its default.\n", kConfigurationFile);
    } else if (configuration.problems.empty()) {
        const std::size_t count = configuration.values.size();
        fmt::print("{}: sound, with {} {}.\n", configuration.file.string(), count, count == 1 ? "setting" : "settings");
    }
    return reportProblems(configuration);
}

ExitCode runConfigShow(const ConfigShowCommand& options) {
    const Configuration configuration = readConfiguration(options.file);
    const ExitCode code = reportProblems(configuration);
    if (configuration.file.empty())
        fmt::print("There is no {}: every setting has its default.\n\n", kConfigurationFile);
    else
        fmt::print("{}{}.\n\n", configuration.file.string(),
                   code == kFine ? "" : " is not taken; only where the snapshot and its state are still holds");
    const ShowOptions effective = withConfiguration({}, configuration);
    fmt::print("{:<20} {:<44} {:<10} {}\n", "setting", "value", "unit", "from");
    for (const ConfigurationKey& key : configurationKeys())
        fmt::print("{:<20} {:<44} {:<10} {}\n", key.name, key.print(effective), key.unit, originOf(key, configuration));
    return code;
}

} // namespace sightline
