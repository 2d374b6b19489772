#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sightline::testing_support {

/// A key of minisign's, with its secret half, made from a number: the same number is the same key. What it writes are
/// the files that minisign 0.11 writes.
class TestKey {
public:
    explicit TestKey(unsigned char number);

    /// The text of a .pub file.
    [[nodiscard]] std::string publicFile() const;
    /// The text of a .minisig file for a file with these bytes. `algorithm`: "ED" signs the file's BLAKE2b-512, "Ed"
    /// (legacy) the bytes themselves.
    [[nodiscard]] std::string sign(std::string_view bytes, std::string_view trustedComment,
                                   std::string_view algorithm = "ED") const;

    std::array<unsigned char, 8> id{};

private:
    std::array<unsigned char, 32> publicBytes{};
    std::array<unsigned char, 64> secret{};
};

/// Base64 as minisign writes it, and back.
std::string base64(std::string_view bytes);
std::string fromBase64(std::string_view text);

/// `text` with the first `what` in it made `by`. Throws where there is none: a test that spoils nothing proves nothing.
inline std::string replaced(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    if (at == std::string::npos) throw std::runtime_error("there is no " + std::string(what));
    return text.replace(at, what.size(), by);
}

} // namespace sightline::testing_support
