#include "data/signature/signature_gate.h"

#include <tuple>

#include "data/file.h"
#include "data/limits.h"
#include "data/signature/acceptance.h"
#include "data/state_folder.h"

namespace sightline {

namespace fs = std::filesystem;

Result<std::vector<InstalledKey>> SignatureGate::keys() const {
    if (!settings_.problem.empty()) return fail(FailureKind::NotTrusted, "", settings_.problem);
    return installedKeys(settings_.keys, settings_.how);
}

Result<std::optional<SignatureCheck>> SignatureGate::beside(const fs::path& source, const fs::path& stateFolder) const {
    auto installed = keys();
    if (!installed) return tl::unexpected(installed.error());
    if (!installed->empty()) {
        // Where there is no snapshot at all, that is what is wrong.
        if (const auto there = openRegular(source, limits::kFileBytes); !there) return tl::unexpected(there.error());
        const fs::path path = signaturePath(source);
        auto file = readSignature(path);
        if (!file) return tl::unexpected(file.error());
        return SignatureCheck{std::move(*installed), source.filename().string(), std::move(*file), path.string(), {}};
    }
    const auto folder = privateFolder(stateFolder);
    if (!folder) return tl::unexpected(folder.error());
    const auto highest = readHighest(*folder);
    if (!highest) return tl::unexpected(highest.error());
    if (!*highest) return std::nullopt;
    return fail(FailureKind::NotTrusted, settings_.keys.string(),
                "No key is installed any more, but signed snapshots were shown here. If that is meant, remove " +
                    highestPath(*folder).string() + ".");
}

Result<std::optional<SignatureCheck>> SignatureGate::ofCopies(const fs::path& source,
                                                              const fs::path& stateFolder) const {
    auto installed = keys();
    if (!installed) return tl::unexpected(installed.error());
    if (installed->empty()) return std::nullopt;
    const auto folder = privateFolder(stateFolder);
    if (!folder) return tl::unexpected(folder.error());
    return SignatureCheck{std::move(*installed), source.filename().string(), {}, {}, *folder};
}

Result<void> SignatureGate::admit(const VerifiedSnapshot& verified, const fs::path& source,
                                  const fs::path& stateFolder) const {
    if (!verified.signature) return {};
    const GoodSignature& good = *verified.signature;
    const SignedSnapshot offered{good.by.epoch, good.claims, verified.snapshot.digest};
    const auto folder = privateFolder(stateFolder);
    if (!folder) return tl::unexpected(folder.error());
    const auto highest = readHighest(*folder);
    if (!highest) return tl::unexpected(highest.error());
    if (auto may = mayBeShown(offered, {*highest, settings_.site, clock_->now()}, source.string()); !may) return may;
    clock_->learn(good.claims.created);
    if (auto kept = keepSignature(*folder, verified.snapshot.digest, good.file); !kept) return kept;
    if (*highest == offered) return {};
    return writeLastSeen(*folder, clock_->now()).and_then([&] { return writeHighest(*folder, offered); });
}

void SignatureGate::recallTime(const fs::path& stateFolder) const {
    const auto folder = privateFolder(stateFolder);
    if (!folder) return;
    clock_->learn(readLastSeen(*folder));
    if (const auto highest = readHighest(*folder); highest && *highest) clock_->learn((*highest)->claims.created);
}

void SignatureGate::rememberTime(const fs::path& stateFolder) const {
    // That it cannot be written is no reason for anything: the next snapshot will say so.
    if (const auto folder = privateFolder(stateFolder)) std::ignore = writeLastSeen(*folder, clock_->now());
}

} // namespace sightline
