#include "data/signature/signature_check.h"

#include <algorithm>

#include "data/durable_file.h"
#include "data/file.h"
#include "data/folder_entries.h"

namespace sightline {

namespace fs = std::filesystem;

namespace {

constexpr const char* kEnding = ".minisig";

fs::path keptPath(const fs::path& folder, const std::string& digest) { return folder / (digest + kEnding); }

} // namespace

fs::path signaturePath(const fs::path& snapshot) { return snapshot.native() + kEnding; }

Result<std::string> readSignature(const fs::path& file) {
    const auto source = openRegular(file, kMinisignBytes);
    std::error_code ignored;
    if (!source && fs::symlink_status(file, ignored).type() == fs::file_type::not_found)
        return fail(FailureKind::NotTrusted, file.string(),
                    "The snapshot is not signed: this file is missing, and a key is installed here.");
    if (!source)
        return fail(FailureKind::NotTrusted, file.string(), "The signature cannot be read: " + source.error().sentence);
    auto text = readUpTo(source->file, kMinisignBytes, file.string());
    if (!text)
        return fail(FailureKind::NotTrusted, file.string(), "The signature cannot be read: " + text.error().sentence);
    return text;
}

Result<SignatureCheck> withKeptSignature(SignatureCheck check, const std::string& digest) {
    const fs::path path = keptPath(check.kept, digest);
    auto file = readSignature(path);
    if (!file) return tl::unexpected(file.error());
    check.file = std::move(*file);
    check.place = path.string();
    return check;
}

Result<void> keepSignature(const fs::path& folder, const std::string& digest, const std::string& file) {
    if (auto written = writeDurably(keptPath(folder, digest), file); !written) return written;
    std::vector<std::pair<fs::file_time_type, fs::path>> kept;
    std::error_code error;
    FolderEntries entries(folder);
    while (const auto name = entries.next())
        if (name->ends_with(kEnding)) kept.emplace_back(fs::last_write_time(folder / *name, error), folder / *name);
    if (kept.size() <= kMostKeptSignatures) return {};
    std::ranges::sort(kept);
    kept.resize(kept.size() - kMostKeptSignatures);
    for (const auto& [time, path] : kept) fs::remove(path, error);
    return {};
}

Result<GoodSignature> checkSignature(const SignatureCheck& check, const Digest512& file) {
    const auto signature = parseMinisignSignature(check.file, check.place);
    if (!signature) return tl::unexpected(signature.error());
    const auto key = std::ranges::find(check.keys, signature->key, [](const InstalledKey& one) { return one.key.id; });
    if (key == check.keys.end())
        return fail(FailureKind::NotTrusted, check.place,
                    "The signature is of the key " + keyIdText(signature->key) + ", which is not installed here.");
    if (!isSignedBy(*signature, key->key, file))
        return fail(FailureKind::WrongPair, check.place,
                    "The signature is not of this snapshot: one of the two files is another, or was changed.");
    auto claims = parseClaims(signature->trustedComment, check.place);
    if (!claims) return tl::unexpected(claims.error());
    if (claims->file != check.snapshotName)
        return fail(FailureKind::NotTrusted, check.place,
                    "The signature is for a file with the name " + claims->file + ", not " + check.snapshotName + ".");
    return GoodSignature{{keyIdText(signature->key), key->fileName, key->epoch}, std::move(*claims), check.file};
}

Result<void> checkClaims(const Claims& claims, const Meta& meta, const std::string& place) {
    const auto said = claimsFor(meta, claims.file, place);
    if (said && *said == claims) return {};
    return fail(FailureKind::NotTrusted, place,
                "What the signature says of site, number and dates is not what the snapshot says of itself.");
}

} // namespace sightline
