#include "app/program.h"

#include <cstdio>
#include <exception>

#include "app/cli.h"
#include "app/command_check.h"
#include "app/command_config.h"
#include "app/command_diff.h"
#include "app/command_export.h"
#include "app/command_import.h"
#include "app/command_publish.h"
#include "app/command_set_pin.h"
#include "app/command_show.h"
#include "app/command_status.h"
#include "app/command_still.h"
#include "app/command_summary.h"
#include "app/command_template.h"
#include "app/command_verify.h"
#include "app/report_failure.h"
#include "data/check_copy.h"
#include "data/sqlite.h"

namespace sightline {

namespace {

/// Runs what the command line asks for.
struct Run {
    const WallSetting& setting;

    ExitCode operator()(const ShowOptions& options) const { return runShow(options, setting); }
    ExitCode operator()(const RenderCommand& options) const { return runRender(options); }
    ExitCode operator()(const TargetsCommand& options) const { return runTargets(options); }
    ExitCode operator()(const ImportOptions& options) const { return runImport(options); }
    ExitCode operator()(const PublishOptions& options) const { return runPublish(options); }
    ExitCode operator()(const CheckOptions& options) const { return runCheck(options); }
    ExitCode operator()(const SummaryOptions& options) const { return runSummary(options); }
    ExitCode operator()(const DiffOptions& options) const { return runDiff(options); }
    ExitCode operator()(const ExportOptions& options) const { return runExport(options); }
    ExitCode operator()(const TemplateOptions& options) const { return runTemplate(options); }
    ExitCode operator()(const ConfigCheckCommand& options) const { return runConfigCheck(options); }
    ExitCode operator()(const ConfigShowCommand& options) const { return runConfigShow(options); }
    ExitCode operator()(const ConfigSetPinCommand& options) const { return runConfigSetPin(options); }
    ExitCode operator()(const StatusOptions& options) const { return runStatus(options); }
    ExitCode operator()(const VerifyCommand& options) const { return runVerify(options); }
};

} // namespace

int runProgram(int argc, char** argv, const WallSetting& setting) {
    if (const auto checked = checkCopyWhereAsked(argc, argv)) return *checked;
    try {
        const auto parsed = parseCommandLine(argc, argv);
        if (const auto* answered = std::get_if<ExitCode>(&parsed)) return *answered;
        const auto& order = std::get<Order>(parsed);
        // The wall does so itself, for its log to hear SQLite; what a command finds wrong with a database it says.
        if (!std::holds_alternative<ShowOptions>(order))
            if (const auto ready = initialiseSqlite(); !ready) return reportFailure(ready.error());
        return std::visit(Run{setting}, order);
    } catch (const std::exception& error) {
        // Nothing a person did: memory ran out, or a mistake of ours. Say it and end, rather than abort.
        std::fprintf(stderr, "sightline: It had to stop (%s).\n", error.what());
        return kRefused;
    }
}

} // namespace sightline
