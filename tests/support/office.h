#pragma once

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temp_folder.h"

extern char** environ; // NOLINT(readability-redundant-declaration): not every unistd.h declares it

namespace sightline {

/// LibreOffice without a window, with a profile of its own.
class Office {
public:
    [[nodiscard]] static bool isInstalled() { return std::filesystem::exists(kProgram); }

    /// Opens a file and saves it as another kind ("ods", "xlsx", "fods"), as its own Save As would.
    [[nodiscard]] std::filesystem::path saveAs(const std::filesystem::path& file, const std::string& kind,
                                               const std::string& folder) const {
        const std::filesystem::path target = folder_.path() / folder;
        std::filesystem::create_directories(target);
        std::array<std::string, 7> words = {kProgram,       "--headless", "-env:UserInstallation=file://" + profile(),
                                            "--convert-to", kind,         "--outdir",
                                            target.string()};
        std::array<char*, 9> arguments{};
        for (size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
        std::string source = file.string();
        arguments[7] = source.data();
        posix_spawn_file_actions_t quiet{};
        posix_spawn_file_actions_init(&quiet);
        posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1, 0);
        posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", 1, 0);
        pid_t child = 0;
        const int failed = posix_spawn(&child, kProgram, &quiet, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&quiet);
        int status = 0;
        if (failed != 0 || waitpid(child, &status, 0) != child || status != 0)
            throw std::runtime_error("LibreOffice did not save " + source);
        return target / file.filename().replace_extension(kind);
    }

private:
    static constexpr const char* kProgram = "/usr/bin/soffice";
    [[nodiscard]] std::string profile() const { return (folder_.path() / "profile").string(); }

    TempFolder folder_;
};

} // namespace sightline
