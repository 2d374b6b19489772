#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A fuzz target is one file that defines `takeInput` and `seeds`. It is linked twice: with libFuzzer (fuzz_NAME,
/// preset "fuzz"), which looks for inputs that reach new code, and with a plain driver (replay_NAME, every preset),
/// which goes through the seeds, the inputs that once broke something (tests/fuzz/regressions/NAME/) and some mutants
/// of both.
namespace sightline::fuzz {

/// What is done with one input. Ends the process where a promise is broken.
void takeInput(std::string_view input);

/// Good inputs to start from, made by code.
std::vector<std::string> seeds();

/// Makes one mutant of some bytes, at most `most` long.
using ChangeBytes = std::function<std::string(std::string bytes, std::size_t most)>;

/// How this target's inputs are changed: most take any change (`anyhow`); one whose inputs carry checksums mends them
/// afterwards, as else nothing behind the check would ever be reached.
std::string mutant(const std::string& input, std::size_t most, unsigned seed, const ChangeBytes& anyhow);

/// Ends the process unless a promise holds.
void require(bool holds, const char* promise);

} // namespace sightline::fuzz
