// A signature and a public key as minisign writes them, and the trusted comment.
#include "data/signature/minisign.h"
#include "data/signature/claims.h"
#include "tests/fuzz/fuzz_target.h"

namespace sightline::fuzz {
namespace {

void named(const Failure& failure) {
    require(failure.place.starts_with("input"), "a refusal names the file");
    require(!failure.sentence.empty(), "what is refused has a sentence");
}

} // namespace

void takeInput(std::string_view input) {
    const auto signature = parseMinisignSignature(input, "input");
    if (!signature) named(signature.error());
    const auto key = parseMinisignKey(input, "input");
    if (!key) named(key.error());
    // No such file is signed by anybody.
    if (signature) require(!isSignedBy(*signature, MinisignKey{}, Digest512{}), "nothing is signed by no key");
    const auto claims = parseClaims(signature ? std::string_view(signature->trustedComment) : input, "input");
    if (!claims) return named(claims.error());
    const std::string comment = commentOf(*claims);
    const auto again = parseClaims(comment, "input");
    require(again && *again == *claims, "what is read is what would be written");
}

std::vector<std::string> seeds() {
    const std::string comment = commentOf({.site = "northmoor",
                                           .sequence = 12,
                                           .created = std::chrono::sys_seconds{std::chrono::seconds{1'781'000'000}},
                                           .expires = std::chrono::sys_seconds{std::chrono::seconds{1'783'000'000}},
                                           .file = "snapshot.db"});
    // 74 and 64 bytes in base64, as the right lengths are what has to be got past; they sign nothing.
    const std::string first = "RUQ" + std::string(95, 'A') + "A=";
    const std::string second = std::string(86, 'A') + "==";
    return {comment, "untrusted comment: signature\n" + first + "\ntrusted comment: " + comment + "\n" + second + "\n",
            "untrusted comment: minisign public key\nRWQ" + std::string(53, 'A') + "\n"};
}

} // namespace sightline::fuzz
