// Bombs in the way an archive is packed, whatever it holds. The first ones follow David Fifield, "A better zip bomb"
// (2019): many files of the directory are the same bytes of the archive.
#include <array>

#include "tests/support/bombs.h"
#include "tests/support/raw_zip.h"
#include "tests/support/sheet_builder.h"

namespace sightline::testing_support {
namespace {

constexpr const char* kSheet = "xl/worksheets/sheet4.xml";

using Parts = std::vector<std::pair<std::string, std::string>>;

/// The good register, packed by hand, with something done to each part.
template <class Change>
std::string packed(const Change& change) {
    RawZip zip;
    for (const auto& [name, bytes] : sheets::good().parts()) change(zip, name, bytes);
    return zip.finish();
}

// A hundred sheets that are one and the same data, which unpack to 15 MB each, less than 200 times their size.
std::string overlap() {
    constexpr int kSheets = 100;
    sheets::Book book = sheets::good();
    for (int i = 0; i < kSheets; ++i) book["Evidence " + std::to_string(i)];
    RawZip zip;
    Parts parts = book.parts();
    ZipClaim kernel;
    for (const auto& [name, bytes] : parts) {
        if (!name.starts_with("xl/worksheets/")) {
            zip.list(zip.store(name, bytes));
            continue;
        }
        if (kernel.name.empty()) {
            // Noise now and then, so that the ratio stays below what is refused at once.
            const std::string page = noise(600) + std::string(60'000, ' ');
            kernel = zip.store(name, "<worksheet>" + repeated(page, 250) + "<sheetData/></worksheet>");
        }
        ZipClaim same = kernel;
        same.name = name;
        zip.list(same);
    }
    return zip.finish();
}

// A local header within the data of another: each file quotes the headers of those after it, as stored blocks.
std::string quoted() {
    RawZip zip;
    for (const auto& [name, bytes] : sheets::good().parts()) {
        ZipClaim claim = zip.store(name, bytes);
        claim.packed += 100'000; // far into those that follow
        claim.size += 100'000;
        zip.list(claim);
    }
    return zip.finish();
}

std::string millionFiles(bool zip64) {
    constexpr int kFiles = 1'000'000;
    RawZip zip;
    const ZipClaim one = zip.store("a", "x");
    ZipClaim claim = one;
    for (int i = 0; i < kFiles; ++i) {
        claim.name = std::to_string(i);
        zip.list(claim);
    }
    return zip.finish(std::nullopt, zip64);
}

// As many as the directory without records of 64 bits can have.
std::string mostFiles() {
    RawZip zip;
    for (const auto& [name, bytes] : sheets::good().parts()) zip.list(zip.store(name, bytes));
    ZipClaim claim = zip.store("a", "x");
    for (int i = 0; i < 65'000; ++i) {
        claim.name = "xl/media/" + std::to_string(i);
        zip.list(claim);
    }
    return zip.finish();
}

std::string countLies() {
    RawZip zip;
    for (const auto& [name, bytes] : sheets::good().parts()) zip.list(zip.store(name, bytes));
    return zip.finish(1'999);
}

// Sizes of 64 bits where they are not needed, which say more than there is in the world.
std::string zip64Lies() {
    return packed([](RawZip& zip, const std::string& name, const std::string& bytes) {
        ZipClaim claim = zip.store(name, bytes);
        claim.packed = claim.size = 0xffffffff;
        claim.extra = zip64Sizes(std::uint64_t{1} << 62, std::uint64_t{1} << 62);
        zip.list(claim);
    });
}

std::string sizesLie() {
    return packed([](RawZip& zip, const std::string& name, const std::string& bytes) {
        const std::string more = name == kSheet ? bytes + std::string(30 << 20, ' ') : bytes;
        ZipClaim claim = zip.store(name, more);
        claim.size = 16;
        zip.list(claim);
    });
}

std::string climbing() {
    Parts parts = sheets::good().parts();
    for (const char* name : {"../outside.xml", "../../outside.xml", "/tmp/sightline-bomb.xml", "..\\..\\outside.xml",
                             "xl/../../../outside.xml"})
        parts.emplace_back(name, "<x/>");
    for (auto& [name, bytes] : parts)
        if (name == "xl/_rels/workbook.xml.rels") {
            const std::size_t at = bytes.find("worksheets/sheet4.xml");
            bytes.replace(at, 21, "../../outside.xml");
        }
    return zipOf(parts);
}

// Every file holds an archive, and that one, five times.
std::string nested() {
    std::string inner = zipOf({{"xl/workbook.xml", std::string(1 << 20, '0')}});
    for (int i = 0; i < 5; ++i) {
        Parts parts;
        for (int j = 0; j < 10; ++j) parts.emplace_back("xl/embeddings/" + std::to_string(j) + ".xlsx", inner);
        inner = zipOf(parts);
    }
    return inner;
}

// Packed in a way whose unpacker takes the memory or the ratio that the archive asks for.
std::string otherMethod(std::uint16_t method) {
    return packed([method](RawZip& zip, const std::string& name, const std::string& bytes) {
        ZipClaim claim = zip.store(name, bytes);
        if (name == kSheet) {
            // The head of an LZMA stream with a dictionary of 4 GB; the other kinds stumble over it.
            claim = zip.put({.name = name, .method = method, .packed = 4'000, .size = 100'000'000},
                            std::string("\x10\x02\x05\0\x5d\xff\xff\xff\xff", 9) + noise(3'991));
        }
        zip.list(claim);
    });
}

} // namespace

std::vector<Bomb> archiveBombs() {
    constexpr std::uint16_t kBzip2 = 12;
    constexpr std::uint16_t kLzma = 14;
    constexpr std::uint16_t kZstandard = 93;
    return {
        bombOf("overlap.xlsx", overlap, "larger than the whole document"),
        bombOf("overlap-quoted.xlsx", quoted, "larger than the whole document"),
        bombOf(
            "million-files.xlsx", [] { return millionFiles(false); }, "files"),
        bombOf(
            "million-files-64.xlsx", [] { return millionFiles(true); }, "packed in a way"),
        bombOf("most-files.xlsx", mostFiles, "files"),
        bombOf("count-lies.xlsx", countLies, "is damaged"),
        bombOf("zip64-lies.xlsx", zip64Lies, "larger than the whole document"),
        bombOf("sizes-lie.xlsx", sizesLie, "its size"),
        bombOf("climbing.xlsx", climbing, "a sheet is missing"),
        bombOf("nested.xlsx", nested, "not a Word document"),
        bombOf(
            "bzip2.xlsx", [] { return otherMethod(kBzip2); }, "packed in a way"),
        bombOf(
            "lzma.xlsx", [] { return otherMethod(kLzma); }, "packed in a way"),
        bombOf(
            "zstandard.xlsx", [] { return otherMethod(kZstandard); }, "packed in a way"),
    };
}

} // namespace sightline::testing_support
