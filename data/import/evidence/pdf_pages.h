#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/failure.h"
#include "data/import/evidence/page_text.h"
#include "data/import/evidence/raster.h"
#include "data/limited/limited_process.h"

namespace sightline {

/// Poppler's programs (Debian: poppler-utils).
struct PopplerTools {
    std::filesystem::path info;
    std::filesystem::path draw;
    std::filesystem::path text;
    std::string version; ///< "22.12.0"
};

/// Where they are installed; nothing where one is missing or does not run.
std::optional<PopplerTools> installedPoppler(const std::filesystem::path& work, Interruption interruption);

/// One PDF in a private folder, which every program runs in. Every call starts a limited child process. Failures have
/// no place; Internal means that the run was interrupted.
class PdfPages {
public:
    PdfPages(const PopplerTools& installed, std::filesystem::path file, Interruption stop);

    /// Fails where the file is damaged, protected by a password, or has no page.
    Result<int> count() const;
    /// Page `number`, its longer side `side` pixels.
    Result<Raster> draw(int number, int side) const;
    /// What is written on the first `pages` pages; empty where that cannot be told.
    [[nodiscard]] std::vector<PageText> texts(int pages) const;

private:
    [[nodiscard]] Ended run(const std::filesystem::path& program, std::vector<std::string> words,
                            const ProcessLimits& limits) const;

    const PopplerTools& tools;
    std::filesystem::path pdf;
    Interruption interruption;
};

/// The failure of a job that was interrupted.
tl::unexpected<Failure> interruptedFailure();

} // namespace sightline
