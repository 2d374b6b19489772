#include "app/command_template.h"

#include <cstdio>
#include <filesystem>

#include "app/report_failure.h"
#include "app/write_output.h"
#include "data/export/register.h"

namespace sightline {

ExitCode runTemplate(const TemplateOptions& options) {
    const std::filesystem::path output = options.output;
    if (output.extension() != ".xlsx") {
        std::fprintf(stderr, "sightline: %s: The name has to end in .xlsx.\n", output.c_str());
        return kUsage;
    }
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(output, error)))
        return reportFailure({FailureKind::CannotWrite, output.string(),
                              "There is a file of this name already; choose another, or move that one away."});
    const auto bytes = makeRegister(templateChecklist(), {});
    if (!bytes) return reportFailure(bytes.error());
    if (const auto written = writeOutput(output, *bytes); !written) return reportFailure(written.error());
    std::printf("Written: %s. The sheet \u201CRead me\u201D says what to do.\n", output.c_str());
    return kFine;
}

} // namespace sightline
