#include "tests/fuzz/fuzz_target.h"

namespace sightline::fuzz {

std::string mutant(const std::string& input, std::size_t most, unsigned /*seed*/, const ChangeBytes& anyhow) {
    return anyhow(input, most);
}

} // namespace sightline::fuzz
