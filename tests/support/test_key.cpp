#include "tests/support/test_key.h"

#include <sodium.h>
#include <stdexcept>

namespace sightline::testing_support {

namespace {

const unsigned char* octets(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data()); // NOLINT: libsodium's bytes are unsigned
}

std::string text(const unsigned char* bytes, std::size_t count) {
    return {reinterpret_cast<const char*>(bytes), count}; // NOLINT
}

} // namespace

std::string base64(std::string_view bytes) {
    std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), octets(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();
    return out;
}

std::string fromBase64(std::string_view text64) {
    std::string out(text64.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text64.data(), // NOLINT
                          text64.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        throw std::runtime_error("no base64");
    out.resize(length);
    return out;
}

TestKey::TestKey(unsigned char number) {
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    seed.fill(number);
    crypto_sign_seed_keypair(publicBytes.data(), secret.data(), seed.data());
    id.fill(number);
    id[0] = 0x5e;
}

std::string TestKey::publicFile() const {
    return "untrusted comment: minisign public key\n" +
           base64("Ed" + text(id.data(), id.size()) + text(publicBytes.data(), publicBytes.size())) + "\n";
}

std::string TestKey::sign(std::string_view bytes, std::string_view trustedComment, std::string_view algorithm) const {
    std::string message(bytes);
    if (algorithm == "ED") {
        std::array<unsigned char, 64> hash{};
        crypto_generichash(hash.data(), hash.size(), octets(bytes), bytes.size(), nullptr, 0);
        message = text(hash.data(), hash.size());
    }
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, octets(message), message.size(), secret.data());
    const std::string both = text(signature.data(), signature.size()) + std::string(trustedComment);
    std::array<unsigned char, crypto_sign_BYTES> global{};
    crypto_sign_detached(global.data(), nullptr, octets(both), both.size(), secret.data());
    return "untrusted comment: signature from minisign secret key\n" +
           base64(std::string(algorithm) + text(id.data(), id.size()) + text(signature.data(), signature.size())) +
           "\ntrusted comment: " + std::string(trustedComment) + "\n" + base64(text(global.data(), global.size())) +
           "\n";
}

} // namespace sightline::testing_support
