#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/rounds.h"
#include "tests/support/signed_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing_support::base64;
using testing_support::fromBase64;
using testing_support::replaced;
using testing_support::TestKey;

const TestKey kKey(1);
const TestKey kOther(2);

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Each case starts from a pair that is shown, spoils one thing, and is refused with these words.
struct SpoiltPair {
    const char* name;
    std::function<void(SignedFiles&, const Claims&)> spoil;
    const char* why;
};

// The signature file, changed as text.
auto asText(const std::function<std::string(std::string)>& change) {
    return [change](SignedFiles& files, const Claims&) {
        writeBytes(files.signature(), change(readBytes(files.signature())));
    };
}

// One of its lines.
auto inLine(size_t number, const std::function<std::string(std::string)>& change) {
    return asText([=](const std::string& text) {
        auto lines = linesOf(text);
        lines.at(number - 1) = change(lines.at(number - 1));
        std::string all;
        for (const auto& line : lines) all += line + "\n";
        return all;
    });
}

// Signed properly, but with another comment.
auto signedAs(const std::function<std::string(Claims)>& comment) {
    return [comment](SignedFiles& files, const Claims& claims) { files.sign(kKey, comment(claims)); };
}

auto flipped(size_t byte) {
    return [byte](const std::string& line) {
        std::string bytes = fromBase64(line);
        bytes.at(byte) = static_cast<char>(bytes.at(byte) ^ 1);
        return base64(bytes);
    };
}

auto key(const std::function<void(const fs::path&)>& change) {
    return [change](SignedFiles& files, const Claims&) { change(files.keys()); };
}

const char* const kNotOfThis = "The signature is not of this snapshot";
const char* const kNoSignature = "This is not a signature of minisign: 4 lines are expected.";
const char* const kValue = "A value in its trusted comment";

const std::vector<SpoiltPair> kCases = {
    {"no signature", [](SignedFiles& f, const Claims&) { fs::remove(f.signature()); }, "The snapshot is not signed"},
    {"signature is a folder",
     [](SignedFiles& f, const Claims&) {
         fs::remove(f.signature());
         fs::create_directory(f.signature());
     },
     "This is a folder"},
    {"signature is a link",
     [](SignedFiles& f, const Claims&) {
         fs::rename(f.signature(), f.path("elsewhere"));
         fs::create_symlink(f.path("elsewhere"), f.signature());
     },
     "This is a link"},
    {"signature is a pipe",
     [](SignedFiles& f, const Claims&) {
         fs::remove(f.signature());
         ::mkfifo(f.signature().c_str(), 0600);
     },
     "This is a pipe"},
    {"empty", asText([](const std::string&) { return ""; }), kNoSignature},
    {"one megabyte in a line", inLine(3, [](const std::string& line) { return line + std::string(1'000'000, 'x'); }),
     "at most 16384"},
    {"a line too long", inLine(3, [](const std::string& line) { return line + std::string(2'000, 'x'); }), "too long"},
    {"line ends of Windows", asText([](const std::string& text) {
         std::string out;
         for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
         return out;
     }),
     "cannot be read"},
    {"no line feed at the end", asText([](const std::string& text) { return text.substr(0, text.size() - 1); }),
     kNoSignature},
    {"a fifth line", asText([](const std::string& text) { return text + "\n"; }), kNoSignature},
    {"two signatures", asText([](const std::string& text) { return text + text; }), kNoSignature},
    {"three lines", asText([](const std::string& text) { return text.substr(0, text.find("trusted comment: s")); }),
     kNoSignature},
    {"no untrusted comment", inLine(1, [](const std::string&) { return "hello"; }), "\"untrusted comment: \""},
    {"no trusted comment", inLine(3, [](const std::string&) { return "hello"; }), "\"trusted comment: \""},
    {"not UTF-8", inLine(3, [](const std::string& line) { return line + "\xff"; }), "cannot be read"},
    {"NUL in the comment", inLine(3, [](const std::string& line) { return line + std::string(1, '\0'); }),
     "cannot be read"},
    {"escape in the untrusted comment", inLine(1, [](const std::string& line) { return line + "\x1b[2J"; }),
     "cannot be read"},
    {"writing turned round", inLine(1, [](const std::string& line) { return line + "\xe2\x80\xae"; }),
     "cannot be read"},
    {"no base64", inLine(2, [](const std::string& line) { return replaced(line, line.substr(40, 1), "!"); }),
     "second line"},
    {"space in base64", inLine(2, [](const std::string& line) { return " " + line; }), "second line"},
    {"letter with its highest bit set",
     inLine(4,
            [](std::string line) {
                line[7] = static_cast<char>(line[7] ^ 0x80);
                return line;
            }),
     "fourth line"},
    {"padding left out", inLine(4, [](const std::string& line) { return line.substr(0, line.size() - 2); }),
     "fourth line"},
    {"bits beyond the last byte",
     inLine(4,
            [](std::string line) {
                // Two characters for the last byte: the second has four bits to spare.
                const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
                char& last = line.at(line.size() - 3);
                last = letters.at(letters.find(last) | 1);
                return line;
            }),
     "fourth line"},
    {"a byte too few", inLine(2, [](const std::string& line) { return base64(fromBase64(line).substr(0, 73)); }),
     "second line"},
    {"a byte too many", inLine(4, [](const std::string& line) { return base64(fromBase64(line) + "x"); }),
     "fourth line"},
    {"legacy signature",
     [](SignedFiles& f, const Claims& claims) {
         writeBytes(f.signature(), kKey.sign(readBytes(f.snapshot()), commentOf(claims), "Ed"));
     },
     "old form"},
    {"legacy relabelled as new",
     [](SignedFiles& f, const Claims& claims) {
         std::string text = kKey.sign(readBytes(f.snapshot()), commentOf(claims), "Ed");
         auto lines = linesOf(text);
         writeBytes(f.signature(), replaced(text, lines[1], base64("ED" + fromBase64(lines[1]).substr(2))));
     },
     kNotOfThis},
    {"unknown form", inLine(2, [](const std::string& line) { return base64("EX" + fromBase64(line).substr(2)); }),
     "not known here"},
    {"key that is not installed", [](SignedFiles& f, const Claims& claims) { f.sign(kOther, commentOf(claims)); },
     "which is not installed here"},
    {"other key under this id",
     [](SignedFiles& f, const Claims& claims) {
         TestKey forged(2);
         forged.id = kKey.id;
         f.sign(forged, commentOf(claims));
     },
     kNotOfThis},
    {"signature changed", inLine(2, flipped(20)), kNotOfThis},
    {"key id changed", inLine(2, flipped(4)), "which is not installed here"},
    {"second signature changed", inLine(4, flipped(20)), kNotOfThis},
    {"comment changed", inLine(3, [](const std::string& line) { return replaced(line, "seq:1", "seq:2"); }),
     kNotOfThis},
    {"comment of another file",
     [](SignedFiles& f, const Claims& claims) {
         const std::string other = kKey.sign("another file", commentOf(claims));
         auto mine = linesOf(readBytes(f.signature()));
         auto theirs = linesOf(other);
         writeBytes(f.signature(), mine[0] + "\n" + mine[1] + "\n" + theirs[2] + "\n" + theirs[3] + "\n");
     },
     kNotOfThis},
    {"snapshot changed, its seal mended",
     [](SignedFiles& f, const Claims&) {
         std::string bytes = readBytes(f.snapshot());
         bytes.resize(bytes.size() - kSealBytes);
         bytes = replaced(bytes, "Exampleshire", "Elsewhereshi");
         Blake2b<64> hash;
         hash.add(bytes);
         writeBytes(f.snapshot(), bytes + makeSeal(hash.finish()));
     },
     kNotOfThis},
    {"signature of the snapshot before",
     [](SignedFiles& f, const Claims&) {
         const std::string before = readBytes(f.signature());
         f.make();
         writeBytes(f.signature(), before);
     },
     kNotOfThis},
    {"minisign's own comment", signedAs([](const Claims&) { return "timestamp:1795514589\tfile:snapshot.db\thashed"; }),
     "not made for a Sightline snapshot"},
    {"other format", signedAs([](const Claims& c) { return replaced(commentOf(c), "sightline1", "sightline2"); }),
     "not made for a Sightline snapshot"},
    {"a part missing", signedAs([](const Claims& c) { return replaced(commentOf(c), "\tseq:1", ""); }), "Part 3"},
    {"a part twice", signedAs([](const Claims& c) { return replaced(commentOf(c), "\tseq:1", "\tseq:1\tseq:1"); }),
     "Part 4"},
    {"an unknown part", signedAs([](const Claims& c) { return replaced(commentOf(c), "\tfile:", "\tnote:x\tfile:"); }),
     "Part 6"},
    {"something after the last part", signedAs([](const Claims& c) { return commentOf(c) + "\tx"; }), kValue},
    {"number with a plus", signedAs([](const Claims& c) { return replaced(commentOf(c), "seq:1", "seq:+1"); }), kValue},
    {"number with a zero in front", signedAs([](const Claims& c) { return replaced(commentOf(c), "seq:1", "seq:01"); }),
     kValue},
    {"number beyond all",
     signedAs([](const Claims& c) { return replaced(commentOf(c), "seq:1", "seq:99999999999999999999"); }), kValue},
    {"number below zero", signedAs([](const Claims& c) { return replaced(commentOf(c), "seq:1", "seq:-1"); }), kValue},
    {"expires before it was made", signedAs([](Claims c) {
         std::swap(c.created, c.expires);
         return commentOf(c);
     }),
     kValue},
    {"a path for a name", signedAs([](Claims c) {
         c.file = "../snapshot.db";
         return commentOf(c);
     }),
     kValue},
    {"another name", signedAs([](Claims c) {
         c.file = "other.db";
         return commentOf(c);
     }),
     "with the name other.db, not snapshot.db"},
    {"another number than in the snapshot", signedAs([](Claims c) {
         c.sequence = 7;
         return commentOf(c);
     }),
     "not what the snapshot says of itself"},
    {"another site than in the snapshot", signedAs([](Claims c) {
         c.site = "southmoor-council";
         return commentOf(c);
     }),
     "not what the snapshot says of itself"},
    {"another expiry than in the snapshot", signedAs([](Claims c) {
         c.expires += std::chrono::days(100);
         return commentOf(c);
     }),
     "not what the snapshot says of itself"},
    {"another creation than in the snapshot", signedAs([](Claims c) {
         c.created -= std::chrono::seconds(1);
         return commentOf(c);
     }),
     "not what the snapshot says of itself"},
    {"made in the future", [](SignedFiles& f, const Claims&) { f.now = std::chrono::sys_days{day(2026, 6, 13)}; },
     "in the future"},
    {"key without an epoch", key([](const fs::path& keys) { fs::rename(keys / "01-northmoor.pub", keys / "a.pub"); }),
     "begins with its epoch"},
    {"epoch nought", key([](const fs::path& keys) { fs::rename(keys / "01-northmoor.pub", keys / "00-a.pub"); }),
     "begins with its epoch"},
    {"key cut short",
     key([](const fs::path& keys) { writeBytes(keys / "01-northmoor.pub", kKey.publicFile().substr(0, 60)); }),
     "not a public key"},
    {"second key is a secret one", key([](const fs::path& keys) {
         writeBytes(keys / "02-b.pub", "untrusted comment: minisign encrypted secret key\nRWRTY0IyAAAA\n");
     }),
     "not a public key"},
    {"empty key file beside a good one", key([](const fs::path& keys) { writeBytes(keys / "02-b.pub", ""); }),
     "not a public key"},
    {"key is a link", key([](const fs::path& keys) { fs::create_symlink("01-northmoor.pub", keys / "02-b.pub"); }),
     "This is a link"},
    {"key is a folder", key([](const fs::path& keys) { fs::create_directory(keys / "02-b.pub"); }), "This is a folder"},
    {"one key twice", key([](const fs::path& keys) { fs::copy_file(keys / "01-northmoor.pub", keys / "02-b.pub"); }),
     "the same key id"},
    {"everybody may write the key",
     key([](const fs::path& keys) { fs::permissions(keys / "01-northmoor.pub", fs::perms(0666)); }),
     "Every account may write"},
    {"everybody may write the folder", key([](const fs::path& keys) { fs::permissions(keys, fs::perms(0777)); }),
     "Every account may write"},
    {"another group may write the key", key([](const fs::path& keys) {
         constexpr gid_t kAnother = 4711;
         const fs::path file = keys / "01-northmoor.pub";
         fs::permissions(file, fs::perms(0664));
         // Only root can give it to another group; for others the mistake is one of the cases above.
         if (::chown(file.c_str(), static_cast<uid_t>(-1), kAnother) != 0) fs::permissions(file, fs::perms(0666));
     }),
     "may write to it, so the keys in it are not trusted"},
    {"keys under other names",
     key([](const fs::path& keys) { fs::rename(keys / "01-northmoor.pub", keys / "01-northmoor.pub.bak"); }),
     "There is no key in this folder"},
    {"folder of keys is a file", key([](const fs::path& keys) {
         fs::remove_all(keys);
         writeBytes(keys, "");
     }),
     "not a folder of keys"},
};

TEST(SignatureTable, WhatIsSpoiltIsRefusedWithAReason) {
    ASSERT_GE(kCases.size(), 45U);
    for (const SpoiltPair& one : kCases) {
        SCOPED_TRACE(one.name);
        SignedFiles files;
        files.install(kKey);
        const Claims claims = files.makeSigned(kKey);
        one.spoil(files, claims);
        const auto refused = files.offer();
        ASSERT_TRUE(refused) << "it was accepted";
        EXPECT_THAT(refused->sentence, HasSubstr(one.why));
        EXPECT_TRUE(refused->sentence.ends_with('.')) << refused->sentence;
        EXPECT_FALSE(refused->place.empty());
    }
    testing_support::sayFigure(std::to_string(kCases.size()) + " spoilt pairs refused");
}

// What the table would be worth without the check: nothing else stops these files.
TEST(SignatureTable, WithoutTheCheckTheSameFilesAreTaken) {
    for (const SpoiltPair& one : kCases) {
        SignedFiles files;
        files.install(kKey);
        one.spoil(files, files.makeSigned(kKey));
        EXPECT_TRUE(takeSnapshot(files.snapshot(), files.state())) << one.name;
    }
}

TEST(SignatureTable, ThePairThatEachCaseSpoilsIsTaken) {
    SignedFiles files;
    files.install(kKey);
    files.makeSigned(kKey);
    EXPECT_EQ(files.offer(), std::nullopt);
}

} // namespace
} // namespace sightline
