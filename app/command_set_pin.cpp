#include "app/command_set_pin.h"

#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "app/ask_secret.h"
#include "app/configuration.h"
#include "app/configuration_edit.h"
#include "app/report_failure.h"
#include "data/file.h"
#include "data/pin.h"

namespace sightline {

namespace {

Result<std::string> askForHash() {
    auto pin = askSecretTwice("New PIN (6 to 12 digits): ", "The same again: ");
    if (!pin) return pin;
    Result<std::string> hash;
    if (auto problem = pinProblem(*pin))
        hash = fail(FailureKind::BadContent, "", std::move(*problem));
    else
        hash = hashPin(*pin);
    wipe(*pin);
    return hash;
}

/// The file as it is; empty where there is none yet.
Result<std::string> textOf(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::symlink_status(file, error).type() == std::filesystem::file_type::not_found)
        return std::string();
    const auto source = openRegular(file, kConfigurationBytes);
    if (!source) return tl::unexpected(source.error());
    return readUpTo(source->file, kConfigurationBytes, file.string());
}

/// Before anybody types a PIN in vain.
Result<void> mayWrite(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (::access(folder.c_str(), W_OK | X_OK) == 0) return {};
    return fail(FailureKind::CannotWrite, folder.string(),
                errno == ENOENT ? "There is no such folder."
                                : "This account has no right to write there; run this with sudo, or with `--print`.");
}

} // namespace

ExitCode runConfigSetPin(const ConfigSetPinCommand& options) {
    const std::filesystem::path file = options.file.empty() ? kConfigurationFile : options.file;
    Result<std::string> text;
    if (!options.print) {
        if (auto may = mayWrite(file); !may) return reportFailure(may.error());
        text = textOf(file);
        // A file that is no TOML is better known before anybody types, too.
        if (text)
            if (auto sound = withSetting(*text, "privacy", "pin", "", file.string()); !sound)
                text = tl::unexpected(sound.error());
        if (!text) return reportFailure(text.error());
    }
    const auto hash = askForHash();
    if (!hash) return reportFailure(hash.error());
    if (options.print) {
        fmt::print(stderr, "Put this line below [privacy] in {}:\n", file.string());
        fmt::print("pin = \"{}\"\n", *hash);
        return kFine;
    }
    const auto changed = withSetting(*text, "privacy", "pin", *hash, file.string());
    if (!changed) return reportFailure(changed.error());
    if (auto written = replaceConfiguration(file, *changed); !written) return reportFailure(written.error());
    fmt::print("{}: the PIN is set. It holds once the wall is restarted (systemctl restart sightline-wall).\n",
               file.string());
    ExitCode code = kFine;
    for (const Failure& problem : readConfiguration(file.string()).problems) code = reportFailure(problem, kFindings);
    return code;
}

} // namespace sightline
