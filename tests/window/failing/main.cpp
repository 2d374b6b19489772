// The program itself, but for one thing: snapshots of three invented councils stop it when they are drawn, as a mistake
// in the drawing of some content would. The product has no such switch. SIGHTLINE_CONFIRM: milliseconds on the panel
// until a snapshot has stood, 300 unless set.
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <unistd.h>

#include "app/program.h"

namespace {

void fail(const sightline::Snapshot& snapshot) {
    const std::string& council = snapshot.checklist.authority;
    if (council.starts_with("Crash")) std::raise(SIGSEGV);
    if (council.starts_with("Throw")) throw std::runtime_error("a picture that cannot be drawn");
    while (council.starts_with("Hang")) ::pause();
}

} // namespace

int main(int argc, char** argv) {
    const char* milliseconds = std::getenv("SIGHTLINE_CONFIRM");
    const double wait = milliseconds == nullptr ? 300 : std::atof(milliseconds);
    return sightline::runProgram(argc, argv, {.confirmAfter = wait / 1000, .beforeFrame = fail});
}
