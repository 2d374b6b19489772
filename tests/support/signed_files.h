#pragma once

#include <atomic>
#include <optional>

#include "data/publish_signed.h"
#include "data/signature/signature_gate.h"
#include "tests/support/snapshot_files.h"
#include "tests/support/test_key.h"

namespace sightline {

/// A snapshot, its signature and a folder of keys, and a wall that would show it.
class SignedFiles : public SnapshotFiles {
public:
    SignedFiles() { std::filesystem::create_directory(keys()); }

    [[nodiscard]] std::filesystem::path keys() const { return path("keys.d"); }
    [[nodiscard]] std::filesystem::path snapshot() const { return path("snapshot.db"); }
    [[nodiscard]] std::filesystem::path signature() const { return signaturePath(snapshot()); }

    void install(const testing_support::TestKey& key, const std::string& name = "01-northmoor.pub") const {
        writeBytes(keys() / name, key.publicFile());
    }

    /// Publishes a snapshot that expires a year after it was made, and gives what is to be signed.
    Claims make(const std::string& name = "snapshot.db") {
        Publisher by = publisher();
        by.expires = std::chrono::floor<std::chrono::seconds>(by.now) + std::chrono::days(365);
        const auto report = must(publish(exampleChecklist(), path(name), by));
        return must(claimsFor(report.meta, path(name).filename().string(), name));
    }
    void sign(const testing_support::TestKey& key, const std::string& comment) const {
        writeBytes(signature(), key.sign(readBytes(snapshot()), comment));
    }
    /// A whole pair.
    Claims makeSigned(const testing_support::TestKey& key) {
        Claims claims = make();
        sign(key, commentOf(claims));
        return claims;
    }

    /// What a wall makes of it: nothing, or why not.
    std::optional<Failure> offer(SignatureSettings settings = {}) {
        if (settings.keys == kKeysFolder) settings.keys = keys();
        const SignatureGate gate(std::move(settings), clock);
        auto check = gate.beside(snapshot(), state());
        if (!check) return check.error();
        const auto verified = takeSnapshot(snapshot(), state(), {.signature = *check});
        if (!verified) return verified.error();
        if (const auto admitted = gate.admit(*verified, snapshot(), state()); !admitted) return admitted.error();
        return std::nullopt;
    }

    /// It is the day after what is published here was made, whatever the machine says. On any thread.
    std::atomic<std::chrono::sys_seconds> now{std::chrono::sys_days{day(2026, 6, 15)}};
    TrustedClock clock{Clocks{[this] { return now.load(); }, [] { return std::chrono::seconds(0); },
                              std::chrono::sys_days{day(2026, 1, 1)}}};
};

} // namespace sightline
