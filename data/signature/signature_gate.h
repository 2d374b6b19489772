#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "data/signature/key_ring.h"
#include "data/signature/signature_check.h"
#include "data/signature/trusted_clock.h"
#include "data/verify.h"

namespace sightline {

/// How a wall is set.
struct SignatureSettings {
    std::filesystem::path keys = kKeysFolder;
    KeysFolder how = KeysFolder::Usual;
    std::string site = {};    ///< whose snapshots are shown; empty: those of the site that was accepted first
    std::string problem = {}; ///< why nobody can tell which keys are wanted; empty: they can
};

/// What stands between a source and the wall where keys are installed. Keys are read at every use, so that a new one
/// holds without a restart. With no key installed it lets everything pass, until a signed snapshot was accepted once:
/// keys that are suddenly gone are no reason to take unsigned ones.
class SignatureGate {
public:
    /// `clock` outlives the gate.
    SignatureGate(SignatureSettings settings, TrustedClock& clock) : settings_(std::move(settings)), clock_(&clock) {}

    /// What the signature beside `source` is held to; nothing where no key is installed.
    [[nodiscard]] Result<std::optional<SignatureCheck>> beside(const std::filesystem::path& source,
                                                               const std::filesystem::path& stateFolder) const;
    /// The same for private copies of `source`, with the signatures that are kept there.
    [[nodiscard]] Result<std::optional<SignatureCheck>> ofCopies(const std::filesystem::path& source,
                                                                 const std::filesystem::path& stateFolder) const;
    /// Whether a snapshot whose signature is good may be shown now. If so its signature is kept and it is remembered as
    /// the highest, durably: before it is promoted, and so before anybody sees it.
    [[nodiscard]] Result<void> admit(const VerifiedSnapshot& verified, const std::filesystem::path& source,
                                     const std::filesystem::path& stateFolder) const;

    /// Teaches the clock what is remembered of time; at start.
    void recallTime(const std::filesystem::path& stateFolder) const;
    /// Remembers that now has passed; now and then.
    void rememberTime(const std::filesystem::path& stateFolder) const;
    [[nodiscard]] const TrustedClock& clock() const { return *clock_; }

    /// Where keys are installed.
    [[nodiscard]] const std::filesystem::path& keysFolder() const { return settings_.keys; }
    /// Those that are installed now.
    [[nodiscard]] Result<std::vector<InstalledKey>> keys() const;

private:
    SignatureSettings settings_;
    TrustedClock* clock_;
};

} // namespace sightline
