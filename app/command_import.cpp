#include "app/command_import.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "app/progress_line.h"
#include "app/publisher.h"
#include "app/report_failure.h"
#include "app/stop_signal.h"
#include "data/check_apart.h"
#include "data/import/evidence/evidence_pages.h"
#include "data/import/import_apart.h"

namespace sightline {

namespace {

Result<void> writeText(const std::string& path, const std::string& text) {
    const auto cannot = [&path] {
        return fail(FailureKind::CannotWrite, path,
                    "The report cannot be written here (" + std::string(std::strerror(errno)) + ").");
    };
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "we"), &std::fclose);
    if (!file) return cannot();
    if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() || std::fclose(file.release()) != 0)
        return cannot();
    return {};
}

// The pages of the evidence, with progress on standard error. Ctrl+C ends it, and nothing is left behind.
Result<PictureSource> addPages(const ImportOptions& options, Imported& imported, const StopSignal& stop) {
    if (options.withoutPages) return noPictures();
    ProgressLine line;
    return addEvidencePages(imported, {.folder = options.evidence,
                                       .earlier = options.previous.empty() ? options.output : options.previous,
                                       .interruption = {stop.descriptor()},
                                       .progress = [&line](const PageProgress& progress) { line.show(progress); },
                                       .apart = checkInOwnProcess(),
                                       .limits = {}});
}

} // namespace

ExitCode runImport(const ImportOptions& options) {
    const StopSignal stop;
    auto imported = importApart(options.inputs, {stop.descriptor()});
    if (!imported) return reportFailure(imported.error());
    const auto pictures = addPages(options, *imported, stop);
    if (stop.raised()) return reportFailure({FailureKind::CannotWrite, "", "It was stopped; nothing was written."});
    if (!pictures) return reportFailure(pictures.error());
    std::fputs(imported->report.text().c_str(), stdout);
    if (!options.report.empty())
        if (const auto written = writeText(options.report, imported->report.json()); !written)
            return reportFailure(written.error());
    const auto published = publish(imported->checklist, options.output, thisPublisher(), *pictures);
    if (!published) return reportFailure(published.error());
    std::printf("Written: %s, number %lld.\n", options.output.c_str(), static_cast<long long>(published->sequence));
    return kFine;
}

} // namespace sightline
