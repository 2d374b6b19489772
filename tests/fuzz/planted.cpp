// The control: a target with a mistake that was put there on purpose, one byte read beyond its input. What looks for
// mistakes has to find it, and only inputs that nobody would try at random lead there.
#include "tests/fuzz/fuzz_target.h"

namespace sightline::fuzz {
namespace {

constexpr std::string_view kWayIn = "bomb";

} // namespace

void takeInput(std::string_view input) {
    // Letter by letter, as a search that is guided by what code it reaches can get there.
    for (std::size_t i = 0; i < kWayIn.size(); ++i)
        if (i >= input.size() || input[i] != kWayIn[i]) return;
    const std::string copy(input);
    const volatile char* const bytes = copy.data();
    // The byte behind the last one is the string's own zero; the one behind that is nobody's.
    const char beyond = bytes[copy.capacity() + 1];
    // A build without sanitizers sees nothing there: for its sake the promise is broken in plain words, too.
    require(beyond != beyond || input.empty(), "the planted mistake is found");
}

std::vector<std::string> seeds() { return {"harmless"}; }

} // namespace sightline::fuzz
