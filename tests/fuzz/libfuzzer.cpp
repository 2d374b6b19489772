// What libFuzzer asks of a target.
#include <algorithm>

#include "tests/fuzz/fuzz_target.h"

extern "C" {

std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sightline::fuzz::takeInput({reinterpret_cast<const char*>(data), size});
    return 0;
}

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    const auto anyhow = [](std::string bytes, std::size_t room) {
        const std::size_t before = std::min(bytes.size(), room);
        bytes.resize(room);
        bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), before, room));
        return bytes;
    };
    const std::string changed =
        sightline::fuzz::mutant({reinterpret_cast<const char*>(data), size}, most, seed, anyhow);
    const std::size_t length = std::min(changed.size(), most);
    std::copy_n(changed.data(), length, reinterpret_cast<char*>(data));
    return length;
}
}
