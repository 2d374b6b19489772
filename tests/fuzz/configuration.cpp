// The wall's configuration file.
#include "app/configuration.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/places.h"
#include "tests/support/snapshot_files.h"

namespace sightline::fuzz {

void takeInput(std::string_view input) {
    static const SnapshotFiles files;
    static const std::filesystem::path file = files.path("input.toml");
    writeBytes(file, std::string(input));
    const Configuration configuration = readConfiguration(file.string());
    for (const Failure& problem : configuration.problems) {
        require(!problem.sentence.empty(), "a mistake has a sentence");
        require(problem.place.starts_with(file.string()), "a mistake names the file");
    }
    const ShowOptions options = withConfiguration({}, configuration);
    require(options.idleSeconds >= 0 && options.idleSeconds <= 86400, "what is taken is in its range");
}

std::vector<std::string> seeds() {
    std::string example = readBytes(std::filesystem::path(testing_support::kSourceDir) / "assets/sightline.toml");
    std::string all;
    for (std::size_t at = 0; at < example.size();) {
        std::size_t end = std::min(example.find('\n', at), example.size() - 1) + 1;
        const std::string line = example.substr(at, end - at);
        all += line.starts_with("#") && !line.starts_with("# ") ? line.substr(1) : line;
        at = end;
    }
    return {example, all, "[wall]\nidle = 5\ntheme = \"dark\"\n", "[stale]\noversight = 12\n"};
}

} // namespace sightline::fuzz
