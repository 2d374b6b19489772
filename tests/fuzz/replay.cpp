// Goes through a fuzz target's inputs without libFuzzer, so that any compiler can:
//     replay_NAME [FOLDER…]            the seeds, the files of the folders, and mutants of both (SIGHTLINE_ROUNDS, 200)
//     replay_NAME --write FOLDER       writes the seeds there, for libFuzzer to start from
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/rounds.h"

namespace {

namespace fs = std::filesystem;
using Inputs = std::vector<std::string>;

void addFiles(Inputs& inputs, const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
}

/// One of the changes that most often find something: bytes and bits flipped, cut out, doubled, brought from elsewhere.
class Changer {
public:
    explicit Changer(const Inputs& inputs) : inputs_(inputs) {}

    std::string operator()(std::string bytes, std::size_t most) {
        const auto changes = 1 + below(4);
        for (std::size_t i = 0; i < changes; ++i) change(bytes);
        if (bytes.size() > most) bytes.resize(most);
        return bytes;
    }
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, std::max<std::size_t>(bound, 1) - 1)(random_);
    }

private:
    void change(std::string& bytes) {
        const std::size_t at = below(bytes.size());
        const std::size_t length = std::min(bytes.size() - std::min(at, bytes.size()), 1 + below(32));
        if (bytes.empty()) return bytes.push_back(static_cast<char>(below(256)));
        switch (below(6)) {
        case 0: bytes[at] = static_cast<char>(below(256)); break;
        case 1: bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8))); break;
        case 2: bytes.erase(at, length); break;
        case 3: bytes.insert(at, bytes.substr(at, length)); break;
        case 4: bytes.insert(below(bytes.size()), 1 + below(8), bytes[at]); break;
        default: {
            const std::string& other = inputs_[below(inputs_.size())];
            if (!other.empty()) bytes.insert(at, other.substr(below(other.size()), 1 + below(64)));
        }
        }
    }

    const Inputs& inputs_;
    std::mt19937_64 random_{20260614};
};

int writeSeeds(const fs::path& folder) {
    fs::create_directories(folder);
    int number = 0;
    for (const std::string& seed : sightline::fuzz::seeds())
        std::ofstream(folder / ("seed-" + std::to_string(++number)), std::ios::binary) << seed;
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 2 && words[0] == "--write") return writeSeeds(words[1]);
    Inputs inputs = sightline::fuzz::seeds();
    for (const std::string& folder : words)
        if (fs::is_directory(folder)) addFiles(inputs, folder);
    for (const std::string& input : inputs) sightline::fuzz::takeInput(input);

    constexpr int kUsual = 200;
    constexpr std::size_t kMost = std::size_t{1} << 20;
    const int rounds = sightline::testing_support::rounds(kUsual);
    Changer changer(inputs);
    for (int i = 0; i < rounds; ++i)
        sightline::fuzz::takeInput(sightline::fuzz::mutant(inputs[changer.below(inputs.size())], kMost,
                                                           static_cast<unsigned>(i), std::ref(changer)));
    sightline::testing_support::sayFigure(std::to_string(inputs.size()) + " inputs and " + std::to_string(rounds) +
                                          " mutants");
    return 0;
}
