// The controls of builds with a sanitizer: what is broken on purpose is reported, also where nobody hears of it but a
// file.
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

#include "tests/support/places.h"
#include "tests/support/rounds.h"
#include "tests/support/sanitizer.h"
#include "tests/window/busy_wall.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

namespace sightline::window_tests {
namespace {

using testing::HasSubstr;

class Sanitizer : public BusyWall {
protected:
    /// Programs that are started from here on are broken like this, and report to a place of their own.
    void sabotage(const std::string& how, const std::string& further = {}) {
        WallFixture::sabotage(how);
        const std::string options = "verify_asan_link_order=0:log_path=" + (folder / "report").string() + further;
        for (std::string& variable : testing_support::sanitizerOption(options))
            environment.push_back(std::move(variable));
    }
    /// What all their processes reported.
    [[nodiscard]] std::string reports() const {
        std::ostringstream all;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().filename().string().starts_with("report")) all << std::ifstream(entry.path()).rdbuf();
        return all.str();
    }
};

#ifdef __SANITIZE_ADDRESS__

TEST_F(Sanitizer, ReportsALeak) {
    sabotage("leak-frames");
    if (!start()) return;
    touchEverything(); // many frames: where the last block lies may still stand somewhere on the stack
    EXPECT_NE(wall.end(SIGTERM), 0);
    EXPECT_THAT(reports(), HasSubstr("detected memory leaks"));
}

TEST_F(Sanitizer, ReportsWhatHappensInTheProcessThatChecks) {
    makeCouncils();
    sabotage("overrun");
    const Ran ran = runProgram({testing_support::kBinary, "verify", folder / "Northmoor Council"}, environment);
    EXPECT_EQ(ran.exitCode, 3) << ran.output;
    EXPECT_THAT(ran.output, HasSubstr("The file made the program that checks it crash"));
    EXPECT_THAT(reports(), HasSubstr("in overrun "));
}

#else

TEST_F(Sanitizer, ReportsARace) {
    sabotage("race", ":halt_on_error=0"); // so that the way to the end is the usual one
    if (!start()) return;
    constexpr int kSwaps = 4;
    for (int n = 0; n < kSwaps && !HasFailure(); ++n) {
        swapSnapshots();
        touchEverything();
        await("snapshot");
    }
    EXPECT_NE(wall.end(SIGTERM), 0);
    EXPECT_THAT(reports(), HasSubstr("data race"));
    EXPECT_THAT(reports(), HasSubstr("sabotaged"));
    testing_support::sayFigure("control: a race made on purpose is reported");
}

#endif

} // namespace
} // namespace sightline::window_tests

#endif
