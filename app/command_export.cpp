#include "app/command_export.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string_view>

#include "app/day_for.h"
#include "app/open_source.h"
#include "app/report_failure.h"
#include "app/write_output.h"
#include "data/export/pack.h"
#include "data/export/pack_html.h"
#include "data/export/pack_pdf.h"
#include "data/export/register.h"
#include "data/sample.h"

namespace sightline {

namespace {

/// What can be made of a snapshot. Each gives the bytes of a whole file.
struct Format {
    std::string_view ending;
    Result<std::string> (*make)(const Pack& pack);
};

Result<std::string> registerOf(const Pack& pack) { return makeRegister(pack.checklist(), pack.snapshot->meta.created); }

const Format* formatOf(const std::filesystem::path& output) {
    static constexpr std::array kFormats = {Format{".xlsx", registerOf}, Format{".html", packHtml},
                                            Format{".pdf", packPdf}};
    const auto found = std::ranges::find(kFormats, output.extension().string(), &Format::ending);
    return found == kFormats.end() ? nullptr : &*found;
}

/// What the pack tells the changes since: as asked, else a sample's own earlier self, else nothing.
Result<std::shared_ptr<const Snapshot>> earlierFor(const ExportOptions& options) {
    if (!options.since.empty()) return openSource({options.since, {}});
    if (auto earlier = earlierSample(options.source.sample))
        return std::make_shared<const Snapshot>(std::move(*earlier));
    return nullptr;
}

} // namespace

ExitCode runExport(const ExportOptions& options) {
    const Format* format = formatOf(options.output);
    if (format == nullptr) {
        std::fprintf(stderr, "sightline: %s: The name has to end in .xlsx, .pdf or .html.\n", options.output.c_str());
        return kUsage;
    }
    const auto snapshot = openSource(options.source);
    if (!snapshot) return reportFailure(snapshot.error());
    const auto since = earlierFor(options);
    if (!since) return reportFailure(since.error());
    const auto bytes = format->make(makePack(**snapshot, dayFor(options.asOf, snapshot->get()), since->get()));
    if (!bytes) return reportFailure(bytes.error());
    if (const auto written = writeOutput(options.output, *bytes); !written) return reportFailure(written.error());
    std::printf("Written: %s\n", options.output.c_str());
    return kFine;
}

} // namespace sightline
