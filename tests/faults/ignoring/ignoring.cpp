// Loaded into a publisher before its libraries (LD_PRELOAD), to prove that a test notices one that does not look
// whether what it wrote is on the disk: whatever fsync and close say, it hears that all is well.
#include <dlfcn.h>
#include <unistd.h>

namespace {

int askedInVain(const char* call, int descriptor) {
    reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, call))(descriptor);
    return 0;
}

} // namespace

extern "C" {

int fsync(int descriptor) { return askedInVain("fsync", descriptor); }
int close(int descriptor) { return askedInVain("close", descriptor); }
}
