#include "app/signing_step.h"

#include <fmt/format.h>

#include "app/source_trust.h"
#include "data/signature/claims.h"
#include "data/signature/signature_check.h"

namespace sightline {

namespace {

/// In quotation marks that a POSIX shell takes as they are.
std::string quoted(const std::string& word) {
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

/// TABs as printf(1) takes them: a terminal would eat them when the command is copied.
std::string withVisibleTabs(const std::string& comment) {
    std::string out;
    for (const char c : comment) out += c == '\t' ? std::string("\\t") : std::string(1, c);
    return out;
}

} // namespace

Result<std::string> signingCommand(const PublishReport& published) {
    const auto claims = claimsFor(published.meta, published.target.filename().string(), published.target.string());
    if (!claims) return tl::unexpected(claims.error());
    // A path that begins with a hyphen would be taken for an option.
    const std::filesystem::path path =
        published.target.is_absolute() ? published.target : std::filesystem::path(".") / published.target;
    return fmt::format("minisign -S -H -s secret.key -m {} -t \"$(printf '{}')\"", quoted(path.string()),
                       withVisibleTabs(commentOf(*claims)));
}

void printPublished(const PublishReport& published) {
    fmt::print("Written: {}, number {}.\n", published.target.string(), published.sequence);
    if (published.signature)
        fmt::print("With its signature. {}\n", signatureWords(published.signature));
    else if (published.isSigned)
        fmt::print("With its signature, which was not checked: no key is installed here.\n");
    if (published.signatureRemoved)
        fmt::print("The signature beside it was of the snapshot before, and was removed.\n");
}

} // namespace sightline
