// A PNG or JPEG that is evidence, as the importer's child decodes it. The decoder ends its process where a library
// gives up, so each input has one of its own.
#include <sys/wait.h>
#include <unistd.h>

#include "data/import/evidence/picture_decode.h"
#include "data/import/evidence/raster.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/png_bytes.h"
#include "tests/support/snapshot_files.h"
#include "tests/support/test_pictures.h"

namespace sightline::fuzz {
namespace {

constexpr int kSide = 200;

int decodedBy(int (*decode)(const std::filesystem::path&, int, const std::filesystem::path&),
              const std::filesystem::path& file, const std::filesystem::path& into) {
    const pid_t child = fork();
    if (child == 0) _exit(decode(file, kSide, into));
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

void takeInput(std::string_view input) {
    static const SnapshotFiles files;
    const auto file = files.path("input");
    const auto into = files.path("input.ppm");
    writeBytes(file, std::string(input));
    const bool png = input.starts_with("\x89PNG");
    const int code = decodedBy(png ? decodePng : decodeJpeg, file, into);
    require(code == kDecoded || code == kPictureDamaged || code == kPictureTooLarge || code == kPictureUnknown,
            "the decoder ends as it says");
    if (code != kDecoded) return;
    const auto raster = readPpm(into);
    require(raster && raster->width <= kSide && raster->height <= kSide, "what is decoded can be read");
}

std::vector<std::string> seeds() {
    using testing_support::TestJpeg;
    using testing_support::TestPng;
    return {TestPng{}.bytes(),
            TestPng{.colourType = 6, .depth = 16, .interlaced = true}.bytes(),
            TestPng{.colourType = 3, .depth = 4}.bytes(),
            TestPng{.colourType = 0, .depth = 1}.bytes(),
            TestJpeg{}.bytes(),
            TestJpeg{.components = 4}.bytes(),
            TestJpeg{.progressive = true, .orientation = 6}.bytes()};
}

std::string mutant(const std::string& input, std::size_t most, unsigned seed, const ChangeBytes& anyhow) {
    std::string changed = anyhow(input, most);
    return seed % 16 == 0 ? changed : withChecksums(std::move(changed));
}

} // namespace sightline::fuzz
