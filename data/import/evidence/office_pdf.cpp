#include "data/import/evidence/office_pdf.h"

#include <fstream>
#include <string_view>

#include "data/import/evidence/pdf_pages.h"
#include "data/limited/system_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

// LibreOffice reserves far more memory than it uses, and is several processes and many threads.
constexpr ProcessLimits kConvertLimits{.time = std::chrono::seconds(240),
                                       .processorTime = std::chrono::seconds(120),
                                       .memory = std::uint64_t{4} << 30,
                                       .fileBytes = std::uint64_t{256} << 20,
                                       .openFiles = 512,
                                       .processes = 128};

// No macros, not even signed ones, and nothing that a document names elsewhere (LibreOffice: org.openoffice.Office
// .Common, Security/Scripting).
constexpr std::string_view kProfile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
)";

// Its processes find each other by a socket, for which it takes no other folder (sal, osl_createPipe).
FileAccess filesOfOffice() {
    FileAccess files = systemFiles();
    files.sockets = {"/tmp"};
    return files;
}

bool writeProfile(const fs::path& profile) {
    std::error_code error;
    fs::create_directories(profile / "user", error);
    std::ofstream out(profile / "user" / "registrymodifications.xcu");
    out << kProfile;
    return static_cast<bool>(out.flush());
}

} // namespace

std::optional<OfficeTool> installedOffice(const fs::path& work, Interruption interruption) {
    for (const char* name : {"soffice", "libreoffice"}) {
        const auto program = installedProgram(name);
        if (!program) continue;
        const Ended ended = runLimited(
            {{program->string(), "--version"}, nullptr, work, kConvertLimits, interruption, filesOfOffice()});
        constexpr std::string_view kBefore = "LibreOffice ";
        const size_t at = ended.output.find(kBefore);
        if (!ended.fine() || at == std::string::npos) continue;
        const size_t begin = at + kBefore.size();
        return OfficeTool{*program, ended.output.substr(begin, ended.output.find_first_of(" \n", begin) - begin)};
    }
    return std::nullopt;
}

Result<fs::path> officePdf(const OfficeTool& tool, const fs::path& file, Interruption interruption) {
    const fs::path folder = file.parent_path();
    const fs::path profile = folder / "profile";
    if (!writeProfile(profile)) return fail(FailureKind::CannotWrite, "", "The disk for work files is full.");
    const Ended ended = runLimited({{tool.program.string(), "--headless", "--norestore", "--nolockcheck", "--nodefault",
                                     "-env:UserInstallation=file://" + profile.string(), "--convert-to", "pdf",
                                     "--outdir", folder.string(), file.string()},
                                    nullptr,
                                    folder,
                                    kConvertLimits,
                                    interruption,
                                    filesOfOffice()});
    std::error_code ignored;
    fs::remove_all(profile, ignored);
    if (ended.how == Ending::Interrupted) return interruptedFailure();
    if (ended.how == Ending::TimedOut)
        return fail(FailureKind::TooLarge, "",
                    "LibreOffice takes more than two minutes to make a PDF of it; save it as PDF.");
    // It ends with 0 also where it could not read the file.
    fs::path pdf = folder / file.stem();
    pdf += ".pdf";
    if (!fs::is_regular_file(fs::symlink_status(pdf, ignored)))
        return fail(
            FailureKind::Damaged, "",
            "LibreOffice cannot read it: it is damaged, protected by a password, or the part of LibreOffice for "
            "such files (Writer, Calc, Impress) is not installed.");
    return pdf;
}

} // namespace sightline
