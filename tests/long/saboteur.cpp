// Loaded into the wall before its libraries (LD_PRELOAD), to prove that a test notices what it is there to notice. What
// goes wrong is named in the environment variable SIGHTLINE_SABOTAGE:
//   leak-frames   every frame leaves 4 KiB behind
//   leak-swaps    every snapshot that is taken leaves 16 KiB and a file descriptor behind
//   hang:FILE     a frame never ends while there is such a file
//   reset:FILE    the graphics card was reset once there is such a file (gl_ledger.cpp asks)
//   silent:FILE   nobody who asks for a file named wall.db gets an answer while there is such a file, as in a network
//                 folder whose server is gone
//   overrun       whoever opens a database writes a byte behind what is its own
//   race          frames and snapshots that are taken count up the same number, and nothing guards it
//   keep-textures textures are no longer deleted (gl_ledger.cpp)
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/long/gl_ledger.h"

struct GLFWwindow;
struct sqlite3;

int sabotaged = 0; // not hidden, or else the compiler sees that nobody needs it

namespace {

bool is(const char* what) {
    const char* const asked = std::getenv("SIGHTLINE_SABOTAGE");
    return asked != nullptr && std::strcmp(asked, what) == 0;
}

/// Whether this is asked for, "hang:" say, and there is the file that is named behind it.
bool isNow(const char* what) {
    const char* const asked = std::getenv("SIGHTLINE_SABOTAGE");
    const std::size_t length = std::strlen(what);
    return asked != nullptr && std::strncmp(asked, what, length) == 0 && access(asked + length, F_OK) == 0;
}

void waitWhile(const char* what) {
    while (isNow(what)) usleep(10'000);
}

void askFor(const char* path) {
    const std::size_t length = std::strlen(path);
    if (length >= 8 && std::strcmp(path + length - 8, "/wall.db") == 0) waitWhile("silent:");
}

unsigned resetStatus() {
    constexpr unsigned kGuiltyContextReset = 0x8253;
    return isNow("reset:") ? kGuiltyContextReset : 0;
}

void leak(std::size_t bytes) {
    // Volatile, or else the compiler sees that nobody needs it.
    void* volatile lost = std::malloc(bytes);
    if (lost != nullptr) std::memset(lost, 1, bytes);
} // NOLINT(clang-analyzer-unix.Malloc): that is what it is for

void overrun() {
    constexpr std::size_t kBytes = 16;
    const volatile std::size_t behind = kBytes; // volatile for the same reason
    auto* const block = static_cast<volatile char*>(std::malloc(kBytes));
    block[behind] = 1;
    std::free(const_cast<char*>(block));
}

template <class Function>
Function original(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

void (*sabotagedProcAddress(const char* name))() {
    if (std::strncmp(name, "glGetGraphicsResetStatus", 24) != 0) return nullptr;
    return reinterpret_cast<void (*)()>(&resetStatus);
}

extern "C" {

void glfwSwapBuffers(GLFWwindow* window) {
    if (is("leak-frames")) leak(4096);
    if (is("race")) ++sabotaged;
    waitWhile("hang:");
    original<void (*)(GLFWwindow*)>("glfwSwapBuffers")(window);
    writeLedger();
}

// A snapshot that is taken is renamed to be the last good one.
int rename(const char* from, const char* to) noexcept {
    if (is("leak-swaps") && std::strstr(to, "good.db") != nullptr) {
        leak(16'384);
        if (open("/dev/null", O_RDONLY | O_CLOEXEC) < 0) return -1;
    }
    if (is("race")) ++sabotaged;
    return original<int (*)(const char*, const char*)>("rename")(from, to);
}

int lstat(const char* path, struct stat* status) noexcept {
    askFor(path);
    return original<int (*)(const char*, struct stat*)>("lstat")(path, status);
}

int open(const char* path, int flags, ...) {
    askFor(path);
    va_list more;
    va_start(more, flags);
    const int mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, int) : 0;
    va_end(more);
    return original<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}

int sqlite3_open_v2(const char* file, sqlite3** database, int flags, const char* system) {
    if (is("overrun")) overrun();
    return original<int (*)(const char*, sqlite3**, int, const char*)>("sqlite3_open_v2")(file, database, flags,
                                                                                          system);
}
}
