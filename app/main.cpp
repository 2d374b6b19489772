#include <cstdio>
#include <exception>

#include "app/cli.h"
#include "app/command_check.h"
#include "app/command_config.h"
#include "app/command_diff.h"
#include "app/command_export.h"
#include "app/command_import.h"
#include "app/command_publish.h"
#include "app/command_show.h"
#include "app/command_status.h"
#include "app/command_still.h"
#include "app/command_summary.h"
#include "app/command_template.h"
#include "app/command_verify.h"
#include "app/report_failure.h"
#include "data/sqlite.h"

namespace {

using namespace sightline;

ExitCode run(const ShowOptions& options) { return runShow(options); }
ExitCode run(const RenderCommand& options) { return runRender(options); }
ExitCode run(const TargetsCommand& options) { return runTargets(options); }
ExitCode run(const ImportOptions& options) { return runImport(options); }
ExitCode run(const PublishOptions& options) { return runPublish(options); }
ExitCode run(const CheckOptions& options) { return runCheck(options); }
ExitCode run(const SummaryOptions& options) { return runSummary(options); }
ExitCode run(const DiffOptions& options) { return runDiff(options); }
ExitCode run(const ExportOptions& options) { return runExport(options); }
ExitCode run(const TemplateOptions& options) { return runTemplate(options); }
ExitCode run(const ConfigCheckCommand& options) { return runConfigCheck(options); }
ExitCode run(const ConfigShowCommand& options) { return runConfigShow(options); }
ExitCode run(const StatusOptions& options) { return runStatus(options); }
ExitCode run(const VerifyCommand& options) { return runVerify(options); }

} // namespace

int main(int argc, char** argv) {
    try {
        const auto parsed = parseCommandLine(argc, argv);
        if (const auto* answered = std::get_if<ExitCode>(&parsed)) return *answered;
        if (const auto ready = initialiseSqlite(); !ready) return reportFailure(ready.error());
        return std::visit([](const auto& options) { return run(options); }, std::get<Order>(parsed));
    } catch (const std::exception& error) {
        // Nothing a person did: memory ran out, or a mistake of ours. Say it and end, rather than abort.
        std::fprintf(stderr, "sightline: It had to stop (%s).\n", error.what());
        return kRefused;
    }
}
