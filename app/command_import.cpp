#include "app/command_import.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "app/progress_line.h"
#include "app/publisher.h"
#include "app/report_failure.h"
#include "app/signing_step.h"
#include "app/stop_signal.h"
#include "data/check_apart.h"
#include "data/file.h"
#include "data/import/evidence/evidence_pages.h"
#include "data/import/import_apart.h"
#include "data/verify.h"

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

/// Who publishes, for whom and for how long.
Result<Publisher> publisherFor(const ImportOptions& options) {
    constexpr std::chrono::days kYear{365};
    Publisher publisher = thisPublisher();
    publisher.site = options.site;
    if (options.forSigning) publisher.expires = std::chrono::floor<std::chrono::days>(publisher.now) + kYear;
    if (options.expires) publisher.expires = std::chrono::sys_days{*options.expires};
    // The last day counts in full.
    if (publisher.expires) *publisher.expires += std::chrono::days{1};
    if (publisher.expires && *publisher.expires <= publisher.now)
        return fail(FailureKind::BadContent, "--expires", "That day is over; the snapshot would have expired already.");
    if (options.previous.empty()) return publisher;
    // Its number counts on, too: it may be the one that is published, while a copy is made to be signed.
    const auto folder = TemporaryFolder::make();
    if (!folder) return tl::unexpected(folder.error());
    const auto previous = takeSnapshot(options.previous, folder->path(), {.apart = checkInOwnProcess()});
    if (!previous) return tl::unexpected(previous.error());
    publisher.after = previous->snapshot.meta.sequence;
    if (publisher.site.empty()) publisher.site = previous->snapshot.meta.site;
    return publisher;
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
    const auto publisher = publisherFor(options);
    if (!publisher) return reportFailure(publisher.error());
    const auto published = publish(imported->checklist, options.output, *publisher, *pictures);
    if (!published) return reportFailure(published.error());
    std::fflush(stdout);
    printPublished(*published);
    if (!options.forSigning) return kFine;
    const auto command = signingCommand(*published);
    if (!command) return reportFailure(command.error());
    std::printf("To sign it, run this with your own secret key in the place of secret.key,\n\n    %s\n\n"
                "and then publish it together with its signature.\n",
                command->c_str());
    return kFine;
}

} // namespace sightline
