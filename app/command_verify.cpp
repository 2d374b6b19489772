#include "app/command_verify.h"

#include <fmt/format.h>

#include "app/clock_text.h"
#include "app/installed_keys.h"
#include "app/report_failure.h"
#include "app/source_trust.h"
#include "data/check_apart.h"
#include "data/file.h"
#include "data/publish_signed.h"
#include "data/signature/acceptance.h"
#include "data/signature/signature_check.h"
#include "data/verify.h"

namespace sightline {

namespace {

Result<VerifiedSnapshot> verified(const std::filesystem::path& file, const std::vector<InstalledKey>& keys) {
    VerifyOptions how;
    if (!keys.empty()) {
        // Where there is no snapshot at all, that is what is wrong.
        if (const auto there = openRegular(file, how.mostBytes); !there) return tl::unexpected(there.error());
        auto text = readSignature(signaturePath(file));
        if (!text) return tl::unexpected(text.error());
        how.signature = {keys, file.filename().string(), std::move(*text), signaturePath(file).string(), {}};
    }
    const auto folder = TemporaryFolder::make();
    if (!folder) return tl::unexpected(folder.error());
    how.apart = checkInOwnProcess();
    return takeSnapshot(file, folder->path(), how);
}

void printContent(const VerifiedSnapshot& read, const std::string& file) {
    const Meta& meta = read.snapshot.meta;
    fmt::print("{}: sound. Header, seal, tables and content were checked.\n", file);
    fmt::print("  Site       {}\n  Number     {}\n  Made       {}\n  Expires    {}\n  Digest     {}\n", meta.site,
               meta.sequence, meta.created, meta.expires.empty() ? "never" : meta.expires, read.snapshot.digest);
    if (read.signature) {
        const Signature& by = read.signature->by;
        fmt::print("  Signature  {}\n", signatureWords(by));
    }
}

/// What somebody should look at, though all that was checked is right.
bool printFindings(const VerifiedSnapshot& read, const std::string& file) {
    bool findings = false;
    const auto finding = [&](const std::string& sentence) {
        fmt::print("Finding: {}\n", sentence);
        findings = true;
    };
    if (!read.signature)
        finding(hasSignature(file) ? "A signature lies beside it, but no key is installed to check it with."
                                   : "It is not signed, and no key is installed.");
    const SourceTrust trust = trustIn(&read.snapshot, TrustedClock());
    for (const std::string& warning : trust.warnings()) finding(warning);
    const auto created = timeOf(read.snapshot.meta.created);
    if (created && *created > TrustedClock().now() + kClockTolerance)
        finding("It was made more than a day in the future, by this machine’s clock: a wall would refuse it.");
    return findings;
}

} // namespace

ExitCode runVerify(const VerifyCommand& options) {
    const auto keys = installedKeysFor(options.keys);
    if (!keys) return reportFailure(keys.error());
    const auto read = verified(options.snapshot, *keys);
    if (!read) return reportFailure(read.error());
    printContent(*read, options.snapshot);
    return printFindings(*read, options.snapshot) ? kFindings : kFine;
}

} // namespace sightline
