// What faults are put into, one step of a snapshot's life a run:
//     fault_subject publish COUNCIL TARGET     publishes a checklist of that council
//     fault_subject take SOURCE STATE          takes it as the wall does, promotes and confirms it
//     fault_subject carry SNAPSHOT TARGET      publishes a signed snapshot
//     fault_subject evening SOURCE STATE KEYS  all that a wall writes, once (evening.h)
//     fault_subject recover SOURCE STATE       what a wall shows that starts again: prints the council
// Ends as the program does: 0, or 3 with one sentence on standard error.
#include <cstdio>
#include <exception>
#include <string>

#include <unistd.h>

#include "app/snapshot_store.h"
#include "data/publish.h"
#include "data/sample.h"
#include "tests/faults/subject/evening.h"

namespace {

using namespace sightline;

int refuse(const Failure& failure) {
    std::fprintf(stderr, "%s\n", failure.message().c_str());
    return 3;
}

int publishAs(const char* council, const char* target) {
    Checklist checklist = sampleSnapshot("dorset")->checklist;
    checklist.authority = council;
    const auto published = publish(checklist, target, {.now = std::chrono::system_clock::now()});
    return published ? 0 : refuse(published.error());
}

int carry(const char* snapshot, const char* target) {
    const auto carried = publishDatabase(snapshot, target, {.now = std::chrono::system_clock::now()});
    return carried ? 0 : refuse(carried.error());
}

int evening(const char* source, const char* state, const char* keys) {
    const auto spent = faults::spendEvening(source, state, keys);
    return spent ? 0 : refuse(spent.error());
}

int take(const char* source, const char* state) {
    SnapshotStore store(source, state);
    const auto taken = store.take();
    if (!taken) return refuse(taken.error());
    if (!taken->notKept.empty()) return refuse({FailureKind::CannotWrite, "", taken->notKept});
    const auto confirmed = store.confirm(taken->snapshot->digest);
    return confirmed ? 0 : refuse(confirmed.error());
}

int recover(const char* source, const char* state) {
    SnapshotStore store(source, state);
    auto shown = store.take();
    if (!shown) shown = store.lastGood();
    if (!shown) return refuse(shown.error());
    std::puts(shown->snapshot->checklist.authority.c_str());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    ::getppid(); // tests look for this call: what comes before is the start of any program
    const std::string step = argv[1];
    try {
        if (step == "publish") return publishAs(argv[2], argv[3]);
        if (step == "carry") return carry(argv[2], argv[3]);
        if (step == "evening" && argc > 4) return evening(argv[2], argv[3], argv[4]);
        if (step == "take") return take(argv[2], argv[3]);
        if (step == "recover") return recover(argv[2], argv[3]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "It had to stop (%s).\n", error.what());
        return 3;
    }
    return 2;
}
