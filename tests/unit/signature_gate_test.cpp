#include "data/signature/signature_gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/signature/acceptance.h"
#include "tests/support/signed_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing_support::replaced;
using testing_support::TestKey;

const TestKey kKey(1);
const TestKey kOther(2);

class Signed : public testing::Test {
protected:
    SignedFiles files;
};

TEST_F(Signed, SaysWhoSignedIt) {
    files.install(kKey, "03-northmoor.pub");
    files.makeSigned(kKey);
    const SignatureGate gate({.keys = files.keys()}, files.clock);
    const auto check = must(gate.beside(files.snapshot(), files.state()));
    ASSERT_TRUE(check);
    const auto taken = must(takeSnapshot(files.snapshot(), files.state(), {.signature = check}));
    EXPECT_EQ(taken.snapshot.signature, (Signature{"010101010101015E", "03-northmoor.pub", 3}));
}

TEST_F(Signed, WithoutAKeyNothingIsAskedFor) {
    files.make();
    EXPECT_EQ(files.offer(), std::nullopt);
    fs::remove_all(files.keys());
    EXPECT_EQ(files.offer(), std::nullopt) << "the usual folder need not be there";
    SignatureSettings named{.keys = files.keys(), .how = KeysFolder::Named};
    EXPECT_THAT(files.offer(named)->sentence, HasSubstr("cannot be read")) << "one that was named must be";
    fs::create_directory(files.keys());
    EXPECT_THAT(files.offer(named)->sentence, HasSubstr("There is no key in this folder"));
}

TEST_F(Signed, KeysThatAreGoneAreNoReasonToTakeWhatIsNotSigned) {
    files.install(kKey);
    files.makeSigned(kKey);
    ASSERT_EQ(files.offer(), std::nullopt);
    fs::remove(files.keys() / "01-northmoor.pub");
    files.make();
    const auto refused = files.offer();
    ASSERT_TRUE(refused);
    EXPECT_THAT(refused->sentence, HasSubstr("No key is installed any more"));
    fs::remove(highestPath(files.state() / "snapshots"));
    EXPECT_EQ(files.offer(), std::nullopt) << "it was meant";
}

TEST_F(Signed, OlderIsRefusedAndNewerIsShown) {
    files.install(kKey);
    files.makeSigned(kKey);
    const std::string first = readBytes(files.snapshot());
    const std::string firstSignature = readBytes(files.signature());
    ASSERT_EQ(files.offer(), std::nullopt);
    EXPECT_EQ(files.offer(), std::nullopt) << "the same once more";
    files.makeSigned(kKey);
    ASSERT_EQ(files.offer(), std::nullopt);
    writeBytes(files.snapshot(), first);
    writeBytes(files.signature(), firstSignature);
    EXPECT_THAT(files.offer()->sentence, HasSubstr("older than what was shown here already: number 1 after number 2"));
}

TEST_F(Signed, AKeyOfAHigherEpochTakesOver) {
    files.install(kKey);
    files.makeSigned(kKey);
    const std::string bytes = readBytes(files.snapshot());
    files.makeSigned(kKey);
    ASSERT_EQ(files.offer(), std::nullopt);
    files.install(kOther, "02-northmoor.pub");
    writeBytes(files.snapshot(), bytes);
    files.sign(kOther,
               commentOf(must(claimsFor(must(openVerified(files.snapshot())).snapshot.meta, "snapshot.db", ""))));
    EXPECT_EQ(files.offer(), std::nullopt) << "number 1 again, of the new key";
    fs::remove(files.snapshot());
    files.makeSigned(kKey);
    EXPECT_THAT(files.offer()->sentence, HasSubstr("a key of epoch 1, but one of epoch 2 is in use"));
}

TEST_F(Signed, ADamagedRecordIsSaidAndNothingIsTaken) {
    files.install(kKey);
    files.makeSigned(kKey);
    ASSERT_EQ(files.offer(), std::nullopt);
    for (const char* bytes : {"", "{}", "[1]", "\xff", R"({"format":1,"epoch":1,"signed":"x","digest":"y"})"}) {
        writeBytes(highestPath(files.state() / "snapshots"), bytes);
        const auto refused = files.offer();
        ASSERT_TRUE(refused) << bytes;
        EXPECT_THAT(refused->sentence, HasSubstr("cannot be read")) << bytes;
    }
}

TEST_F(Signed, OfAnotherSiteIsRefused) {
    files.install(kKey);
    files.makeSigned(kKey);
    EXPECT_THAT(files.offer({.site = "southmoor"})->sentence,
                HasSubstr("of the site exampleshire-council; this wall shows southmoor"));
    EXPECT_EQ(files.offer({.site = "exampleshire-council"}), std::nullopt);
}

TEST_F(Signed, LastGoodCopyIsCheckedAgainWithItsSignature) {
    files.install(kKey);
    files.makeSigned(kKey);
    const SignatureGate gate({.keys = files.keys()}, files.clock);
    auto taken = must(takeSnapshot(files.snapshot(), files.state(),
                                   {.signature = must(gate.beside(files.snapshot(), files.state()))}));
    must(gate.admit(taken, files.snapshot(), files.state()));
    must(promote(taken, files.state()));
    const auto reopened = [&] {
        return openLastGood(files.state(), {.signature = must(gate.ofCopies(files.snapshot(), files.state()))});
    };
    EXPECT_TRUE(must(reopened()).snapshot.signature);
    const fs::path kept = files.state() / "snapshots" / (taken.snapshot.digest + ".minisig");
    const std::string text = readBytes(kept);
    writeBytes(kept, replaced(text, "seq:1", "seq:2"));
    EXPECT_EQ(reopened().error().kind, FailureKind::WrongPair);
    fs::remove(kept);
    EXPECT_THAT(reopened().error().sentence, HasSubstr("is missing"));
    writeBytes(kept, text);
    EXPECT_TRUE(reopened());
    fs::remove(files.keys() / "01-northmoor.pub");
    files.install(kOther, "02-northmoor.pub");
    EXPECT_THAT(reopened().error().sentence, HasSubstr("not installed here"));
}

} // namespace
} // namespace sightline
