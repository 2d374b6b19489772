#include <random>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/rounds.h"
#include "tests/support/signed_files.h"

namespace sightline {
namespace {

using testing_support::base64;
using testing_support::fromBase64;
using testing_support::rounds;
using testing_support::sayFigure;
using testing_support::TestKey;

const TestKey kKey(1);
const TestKey kOther(2);

Digest512 digestOf(std::string_view bytes) {
    Blake2b<64> hash;
    hash.add(bytes);
    return hash.finish();
}

/// Spoils a signature file at random. The free text of its first line is not signed, so a change there is none.
class Mutator {
public:
    explicit Mutator(unsigned seed) : random(seed) {}

    int below(size_t limit) { return static_cast<int>(random() % limit); }

    std::string mutant(const std::string& text) {
        const size_t free = text.find('\n') + 1;
        std::string out = text;
        const int times = 1 + below(3);
        for (int i = 0; i < times; ++i) change(out, free);
        return out;
    }

private:
    size_t place(const std::string& text, size_t from) {
        return text.size() <= from ? text.size() : from + random() % (text.size() - from);
    }

    void change(std::string& text, size_t from) {
        const size_t at = place(text, from);
        if (at >= text.size()) return text.push_back('x');
        const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
        switch (below(9)) {
        case 0: text[at] = static_cast<char>(text[at] ^ (1 << below(8))); break;
        case 1: text[at] = static_cast<char>(below(256)); break;
        case 2: text[at] = letters[random() % letters.size()]; break;
        case 3: text.erase(at, 1 + random() % 4); break;
        case 4: text.insert(at, 1, static_cast<char>(below(256))); break;
        case 5: text.insert(at, text.substr(place(text, from), random() % 90)); break;
        case 6: text.resize(at); break;
        case 7: std::swap(text[at], text[place(text, from)]); break;
        default: text.insert(at, letters.substr(random() % 60, 1)); break;
        }
    }

    std::mt19937 random;
};

struct Accepted {
    int count = 0;
    std::string last;
};

// Of so many mutants, those that the wall's check lets through; with the signature itself not checked, those that only
// look right.
Accepted accepted(int count, bool checking) {
    const std::string bytes = "a snapshot";
    const Claims claims{"northmoor", 12, std::chrono::sys_days{day(2026, 6, 14)},
                        std::chrono::sys_days{day(2027, 6, 14)}, "snapshot.db"};
    const std::string good = kKey.sign(bytes, commentOf(claims));
    SignatureCheck check{
        {{must(parseMinisignKey(kKey.publicFile(), "")), 1, "01-a.pub"}}, "snapshot.db", good, "x", {}};
    must(checkSignature(check, digestOf(bytes)));
    Mutator mutator(20260614);
    Accepted all;
    for (int i = 0; i < count; ++i) {
        check.file = mutator.mutant(good);
        if (check.file == good) continue;
        const bool taken = checking ? checkSignature(check, digestOf(bytes)).has_value()
                                    : parseMinisignSignature(check.file, "").has_value();
        if (!taken) continue;
        ++all.count;
        all.last = check.file;
    }
    return all;
}

TEST(SignatureMutants, NoneIsAccepted) {
    const int count = rounds(100'000);
    const Accepted all = accepted(count, true);
    sayFigure(std::to_string(count) + " changed signature files, " + std::to_string(all.count) + " taken");
    EXPECT_EQ(all.count, 0) << all.last;
}

TEST(SignatureMutants, WithoutTheCheckManyAre) {
    constexpr int kCount = 100'000;
    const Accepted all = accepted(kCount, false);
    sayFigure("control: without the check " + std::to_string(all.count) + " of " + std::to_string(kCount) +
              " are taken");
    EXPECT_GT(all.count, 5'000);
}

// A signature file against the program that made the format.
class Minisign : public testing::Test {
protected:
    void SetUp() override {
        if (run({"minisign", "-v"}) != 0) GTEST_SKIP() << "minisign is not installed";
        key = {must(parseMinisignKey(kKey.publicFile(), "")), 1, "01-a.pub"};
        writeBytes(files.path("a.pub"), kKey.publicFile());
    }

    static int run(std::vector<std::string> words) {
        const pid_t child = ::fork();
        if (child == 0) {
            std::vector<char*> arguments;
            arguments.reserve(words.size() + 1);
            for (std::string& word : words) arguments.push_back(word.data());
            arguments.push_back(nullptr);
            std::ignore = std::freopen("/dev/null", "w", stdout);
            std::ignore = std::freopen("/dev/null", "w", stderr);
            ::execvp(arguments.front(), arguments.data());
            ::_exit(127);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    [[nodiscard]] bool theyAccept(const std::string& bytes, const std::string& signature) const {
        writeBytes(files.path("data"), bytes);
        writeBytes(files.path("data.minisig"), signature);
        return run({"minisign", "-V", "-H", "-p", files.path("a.pub"), "-m", files.path("data")}) == 0;
    }
    [[nodiscard]] bool weAccept(const std::string& bytes, const std::string& signature) const {
        const auto parsed = parseMinisignSignature(signature, "");
        return parsed && isSignedBy(*parsed, key.key, digestOf(bytes));
    }

    SnapshotFiles files;
    InstalledKey key;
};

// What is well-formed, and right or wrong in what is signed: there both have to say the same of every file.
TEST_F(Minisign, AgreesOnEveryFile) {
    std::mt19937 random(7);
    const auto flip = [&](std::string& bytes, size_t from) {
        const size_t at = from + random() % (bytes.size() - from);
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
    };
    int good = 0;
    const int count = rounds(2'000);
    for (int i = 0; i < count; ++i) {
        std::string bytes(1 + random() % 5'000, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        std::string comment = "seq:" + std::to_string(random()) + "\tfile:" + std::to_string(random());
        const int kind = i % 8;
        const TestKey& signer = kind == 1 ? kOther : kKey;
        std::string text = signer.sign(bytes, comment, kind == 2 ? "Ed" : "ED");
        const size_t second = text.find('\n') + 1;
        const size_t third = text.find('\n', second) + 1;
        const size_t fourth = text.find('\n', third) + 1;
        std::string lineTwo = fromBase64(text.substr(second, third - second - 1));
        std::string lineFour = fromBase64(text.substr(fourth, text.size() - fourth - 1));
        std::string lineThree = text.substr(third, fourth - third - 1);
        if (kind == 3) flip(bytes, 0);
        if (kind == 4) flip(lineTwo, 2);
        if (kind == 5) flip(lineFour, 0);
        if (kind == 6) lineThree.back() = lineThree.back() == '1' ? '2' : '1';
        text = text.substr(0, second) + base64(lineTwo) + "\n" + lineThree + "\n" + base64(lineFour) + "\n";
        const bool they = theyAccept(bytes, text);
        ASSERT_EQ(weAccept(bytes, text), they) << "kind " << kind << ", round " << i << "\n" << text;
        if (they) ++good;
    }
    sayFigure(std::to_string(count) + " files, each with the verdict of minisign");
    EXPECT_EQ(good, count / 8 * 2) << "the untouched ones, and no others";
}

// Whatever else may be in a file, nothing is accepted here that minisign refuses.
TEST_F(Minisign, RefusesNothingThatIsAcceptedHere) {
    const std::string bytes = "a snapshot";
    const std::string good = kKey.sign(bytes, "seq:1");
    ASSERT_TRUE(theyAccept(bytes, good));
    Mutator mutator(11);
    int stricter = 0;
    for (int i = 0; i < rounds(2'000); ++i) {
        const std::string mutant = mutator.mutant(good);
        const bool we = weAccept(bytes, mutant);
        const bool they = theyAccept(bytes, mutant);
        ASSERT_FALSE(we && !they) << mutant;
        if (they && !we) ++stricter;
    }
    std::printf("Refused here and taken by minisign (such as a fifth line): %d\n", stricter);
}

} // namespace
} // namespace sightline
