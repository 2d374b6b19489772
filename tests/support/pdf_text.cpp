#include "tests/support/pdf_text.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace sightline::testing_support {
namespace {

std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char letter : word) text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return text + "'";
}

} // namespace

bool hasProgram(const std::string& name) {
    return std::system(("command -v " + quoted(name) + " > /dev/null 2>&1").c_str()) == 0;
}

std::string printed(const std::vector<std::string>& words) {
    std::string command = "TZ=UTC LC_ALL=C.UTF-8 "; // programs word dates by these
    for (const std::string& word : words) command += quoted(word) + " ";
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    std::string text;
    std::array<char, 4096> buffer{};
    while (const size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), got);
    if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    return text;
}

std::string flat(const std::string& text) {
    std::string words;
    for (const char letter : text) {
        const bool space = letter == ' ' || letter == '\n' || letter == '\t' || letter == '\f' || letter == '\r';
        if (!space) words += letter;
        if (space && !words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

std::string pdfText(const std::filesystem::path& file, int page) {
    std::vector<std::string> words = {"pdftotext", "-raw", "-enc", "UTF-8"};
    if (page > 0) words.insert(words.end(), {"-f", std::to_string(page), "-l", std::to_string(page)});
    words.insert(words.end(), {file.string(), "-"});
    return flat(printed(words));
}

} // namespace sightline::testing_support
