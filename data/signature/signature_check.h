#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/signature/claims.h"
#include "data/signature/key_ring.h"

namespace sightline {

/// What a snapshot's signature is held to. A plain value: it can be handed to whoever reads the snapshot.
struct SignatureCheck {
    std::vector<InstalledKey> keys; ///< at least one
    std::string snapshotName;       ///< the file name that the signature has to speak of
    std::string file;               ///< what the signature file holds …
    std::string place;              ///< … and its path, for failures
    std::filesystem::path kept;     ///< or else the folder that holds the signatures of private copies
};

/// A signature that passed.
struct GoodSignature {
    Signature by;
    Claims claims;
    std::string file; ///< SignatureCheck::file: it is kept with the private copy
};

/// Beside a snapshot: "snapshot.db.minisig".
std::filesystem::path signaturePath(const std::filesystem::path& snapshot);

/// The text of a signature file. Missing, no file, too large: a failure of kind NotTrusted that says so.
Result<std::string> readSignature(const std::filesystem::path& file);

/// The check of a private copy, for which its kept signature is read, by Snapshot::digest.
Result<SignatureCheck> withKeptSignature(SignatureCheck check, const std::string& digest);
/// Keeps a signature with the private copies of a folder, durably; the oldest beyond kMostKeptSignatures go.
Result<void> keepSignature(const std::filesystem::path& folder, const std::string& digest, const std::string& file);
inline constexpr size_t kMostKeptSignatures = 200;

/// Whether one of the keys signed bytes with this BLAKE2b-512, before anything else looks at them. A key that is
/// installed, but a signature of other bytes, is a failure of kind WrongPair.
Result<GoodSignature> checkSignature(const SignatureCheck& check, const Digest512& file);

/// Whether the snapshot says of itself what was signed.
Result<void> checkClaims(const Claims& claims, const Meta& meta, const std::string& place);

} // namespace sightline
