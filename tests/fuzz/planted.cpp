// The control: a target with a mistake that was put there on purpose, one byte read beyond its input. Who looks for
// mistakes has to find it, and it takes an input that nobody would come upon by chance.
#include "tests/fuzz/fuzz_target.h"

namespace sightline::fuzz {

void takeInput(std::string_view input) {
    constexpr std::string_view kWayIn = "bomb";
    // Letter by letter, as a search that sees what code an input reaches gets there.
    for (std::size_t i = 0; i < kWayIn.size(); ++i)
        if (i >= input.size() || input[i] != kWayIn[i]) return;
    const std::vector<char> copy(input.begin(), input.end());
    const volatile char* const bytes = copy.data();
    [[maybe_unused]] const volatile char beyond = bytes[copy.size()];
    // Without a sanitizer nobody sees that; there a promise is broken instead.
    require(false, "nothing is planted here");
}

std::vector<std::string> seeds() { return {"harmless"}; }

} // namespace sightline::fuzz
