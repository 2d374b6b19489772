// The Dorset sample retells a published document. Facts and names are free to use; sentences are the council's own.
// This test reads the original, which is not part of this repository, and finds any six words in a row that stand in
// both.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <zip.h>

#include "assets/embedded.h"
#include "tests/support/places.h"

namespace sightline {
namespace {

constexpr size_t kRun = 6; ///< words in a row that count as taken over

/// Names of bodies, posts and documents that are six words long or reach into such a run, and the title that Sightline
/// itself gives element 4 (data/defaults.cpp).
constexpr std::string_view kNames[] = {
    "Children, Young People and Families Plan", "Cabinet Member for Children's Services, Education and Skills",
    "People and Health Scrutiny Committee",     "Pan-Dorset Safeguarding Children Partnership",
    "Voice of children and young people",
};

/// The words of a text in lower case with a space before and after each: " the people s ". Apostrophes join.
std::string spacedWords(std::string_view text) {
    static constexpr std::string_view kCurlyApostrophe = "\u2019";
    std::string words = " ";
    for (size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\'') continue;
        if (text.substr(i).starts_with(kCurlyApostrophe)) {
            i += kCurlyApostrophe.size() - 1;
        } else if (std::isalnum(byte) != 0) {
            words += static_cast<char>(std::tolower(byte));
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    if (words.back() != ' ') words += ' ';
    return words;
}

/// Puts a mark in place of every name, so that no run reaches across one.
std::string withoutNames(std::string words) {
    for (const std::string_view name : kNames) {
        const std::string spaced = spacedWords(name);
        for (size_t at = words.find(spaced); at != std::string::npos; at = words.find(spaced)) {
            words.replace(at, spaced.size(), " | ");
        }
    }
    return words;
}

/// Every run of kRun words, marks excluded.
std::vector<std::string> runs(const std::string& words) {
    std::vector<size_t> starts; // of each word, and one past the last
    for (size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == ' ') starts.push_back(i + 1);
    }
    starts.push_back(words.size());
    std::vector<std::string> found;
    for (size_t i = 0; i + kRun < starts.size(); ++i) {
        std::string run = words.substr(starts[i], starts[i + kRun] - starts[i] - 1);
        if (run.find('|') == std::string::npos) found.push_back(std::move(run));
    }
    return found;
}

std::string documentXml(const std::filesystem::path& path) {
    const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open(path.c_str(), ZIP_RDONLY, nullptr),
                                                                 &zip_discard);
    if (!archive) return {};
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive.get(), "word/document.xml", 0),
                                                                  &zip_fclose);
    if (!file) return {};
    std::string xml;
    std::string block(65536, '\0');
    for (zip_int64_t read = 0; (read = zip_fread(file.get(), block.data(), block.size())) > 0;) {
        xml.append(block, 0, static_cast<size_t>(read));
    }
    return xml;
}

std::vector<std::string> paragraphs(const std::filesystem::path& path) {
    pugi::xml_document document;
    if (!document.load_string(documentXml(path).c_str())) return {};
    std::vector<std::string> texts;
    for (const pugi::xpath_node paragraph : document.select_nodes("//w:p")) {
        std::string text;
        for (const pugi::xpath_node run : paragraph.node().select_nodes(".//w:t")) text += run.node().text().get();
        texts.push_back(std::move(text));
    }
    return texts;
}

TEST(DorsetSample, TakesNoSentenceOverFromTheDocument) {
    const std::filesystem::path original =
        std::filesystem::path(testing_support::kSourceDir) / "../shared/samples/dorset-test-of-assurance-2024-06.docx";
    if (!std::filesystem::exists(original)) GTEST_SKIP() << original << " is not here to compare with";

    std::set<std::string> theirs;
    for (const std::string& paragraph : paragraphs(original)) {
        for (std::string& run : runs(spacedWords(paragraph))) theirs.insert(std::move(run));
    }
    ASSERT_GT(theirs.size(), 900U) << "the document was not read as a whole";

    size_t compared = 0;
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (!file.name.starts_with("samples/dorset/")) continue;
        for (std::string_view rest = file.bytes; !rest.empty();) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            for (const std::string& run : runs(withoutNames(spacedWords(line)))) {
                ++compared;
                EXPECT_FALSE(theirs.contains(run)) << file.name << ": \"" << run << '"';
            }
        }
    }
    EXPECT_GT(compared, 500U) << "the sample was not read as a whole";
}

} // namespace
} // namespace sightline
