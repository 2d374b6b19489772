#pragma once

#include <cstdlib>
#include <string>
#include <vector>

namespace sightline::testing_support {

/// Environment variables ("NAME=value") which tell the sanitizer of a program that has one this option too, beside what
/// it is told anyway. Other programs do not mind them.
inline std::vector<std::string> sanitizerOption(const std::string& option) {
    std::vector<std::string> variables;
    for (const std::string name : {"ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
        std::string variable = name + "=";
        if (const char* const before = std::getenv(name.c_str())) variable.append(before).append(":");
        variables.push_back(variable + option);
    }
    return variables;
}

} // namespace sightline::testing_support
