#include "tests/support/bombs.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace sightline::testing_support {

std::string testName(const Bomb& bomb) {
    std::string name = bomb.name;
    std::ranges::replace_if(
        name, [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
}

Bomb bombOf(std::string name, std::function<std::string()> bytes, std::string says) {
    const auto make = [bytes = std::move(bytes)](const std::filesystem::path& path) {
        const std::string all = bytes();
        std::ofstream out(path, std::ios::binary);
        out.write(all.data(), static_cast<std::streamsize>(all.size()));
        if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
    };
    return {std::move(name), make, std::move(says)};
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string noise(std::size_t length) {
    std::string out(length, ' ');
    unsigned state = 1;
    for (char& letter : out) {
        state = state * 1664525U + 1013904223U;
        letter = static_cast<char>('a' + (state >> 16) % 26);
    }
    return out;
}

} // namespace sightline::testing_support
