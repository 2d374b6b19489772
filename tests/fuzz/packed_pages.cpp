#include "tests/fuzz/packed_pages.h"

#include <algorithm>

#include "data/header.h"

namespace sightline::fuzz {
namespace {

PackedPage packPage(std::string_view page) {
    // The longest run of zeros.
    std::size_t begin = page.size();
    std::size_t length = 0;
    for (std::size_t at = page.find('\0'); at != std::string_view::npos; at = page.find('\0', at)) {
        const std::size_t end = std::min(page.find_first_not_of('\0', at), page.size());
        if (end - at > length) {
            begin = at;
            length = end - at;
        }
        at = end;
    }
    return {std::string(page.substr(0, begin)), std::string(page.substr(begin + length))};
}

void putLength(std::string& input, std::size_t length) {
    input += static_cast<char>(length >> 8);
    input += static_cast<char>(length & 0xffU);
}

std::size_t takeLength(std::string_view& input) {
    if (input.size() < 2) {
        input = {};
        return 0;
    }
    const auto high = static_cast<unsigned char>(input[0]);
    const auto low = static_cast<unsigned char>(input[1]);
    input.remove_prefix(2);
    return std::size_t{high} << 8 | low;
}

std::string takeBytes(std::string_view& input, std::size_t length) {
    std::string bytes(input.substr(0, length));
    input.remove_prefix(bytes.size());
    return bytes;
}

} // namespace

std::vector<PackedPage> packPages(std::string_view file) {
    std::vector<PackedPage> pages;
    for (; !file.empty(); file.remove_prefix(std::min(kPageBytes, file.size())))
        pages.push_back(packPage(file.substr(0, kPageBytes)));
    return pages;
}

std::string unpackPages(const std::vector<PackedPage>& pages) {
    std::string file(pages.size() * kPageBytes, '\0');
    std::size_t at = 0;
    for (const auto& [front, back] : pages) {
        const std::size_t first = std::min(front.size(), kPageBytes);
        const std::size_t last = std::min(back.size(), kPageBytes - first);
        std::copy_n(front.data(), first, file.data() + at);
        at += kPageBytes;
        std::copy_n(back.data() + back.size() - last, last, file.data() + at - last);
    }
    return file;
}

std::string toInput(const std::vector<PackedPage>& pages) {
    std::string input;
    for (const auto& [front, back] : pages) {
        putLength(input, front.size());
        putLength(input, back.size());
        input += front;
        input += back;
    }
    return input;
}

std::vector<PackedPage> fromInput(std::string_view input) {
    std::vector<PackedPage> pages;
    while (!input.empty()) {
        const std::size_t front = takeLength(input);
        const std::size_t back = takeLength(input);
        PackedPage page;
        page.front = takeBytes(input, front);
        page.back = takeBytes(input, back);
        pages.push_back(std::move(page));
    }
    return pages;
}

} // namespace sightline::fuzz
