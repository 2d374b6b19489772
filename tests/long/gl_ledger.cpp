// Loaded into the wall with saboteur.cpp: counts what the wall has made in OpenGL and not deleted. After every frame
// the counts stand in the file that the environment variable GL_LEDGER names. With SIGHTLINE_SABOTAGE=keep-textures
// textures are no longer deleted.
#include "tests/long/gl_ledger.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace {

using Function = void (*)();

enum Kind { Textures, Buffers, VertexArrays, Framebuffers, Renderbuffers, Samplers, Queries, Programs, Shaders, Kinds };
constexpr std::array<const char*, Kinds> kNames{"textures", "buffers", "arrays",   "framebuffers", "renderbuffers",
                                                "samplers", "queries", "programs", "shaders"};

struct Ledger {
    std::array<long, Kinds> alive{};
    std::array<Function, Kinds> make{};
    std::array<Function, Kinds> remove{};
};
Ledger& ledger() {
    static Ledger kept;
    return kept;
}

bool keepsTextures() {
    const char* const asked = std::getenv("SIGHTLINE_SABOTAGE");
    return asked != nullptr && std::strcmp(asked, "keep-textures") == 0;
}

template <Kind kind>
void generate(int count, unsigned* ids) {
    reinterpret_cast<void (*)(int, unsigned*)>(ledger().make[kind])(count, ids);
    ledger().alive[kind] += count;
}
template <Kind kind>
void deleteAll(int count, const unsigned* ids) {
    if (kind == Textures && keepsTextures()) return;
    for (int i = 0; i < count; ++i) ledger().alive[kind] -= ids[i] == 0 ? 0 : 1; // 0 is nothing to OpenGL
    reinterpret_cast<void (*)(int, const unsigned*)>(ledger().remove[kind])(count, ids);
}
unsigned createProgram() {
    ++ledger().alive[Programs];
    return reinterpret_cast<unsigned (*)()>(ledger().make[Programs])();
}
unsigned createShader(unsigned type) {
    ++ledger().alive[Shaders];
    return reinterpret_cast<unsigned (*)(unsigned)>(ledger().make[Shaders])(type);
}
template <Kind kind>
void deleteOne(unsigned id) {
    if (id != 0) --ledger().alive[kind];
    reinterpret_cast<void (*)(unsigned)>(ledger().remove[kind])(id);
}

struct Entry {
    const char* name;
    Function ours;
    Function* theirs;
};

template <Kind kind>
std::array<Entry, 2> pairOf(const char* make, const char* remove) {
    return {{{make, reinterpret_cast<Function>(generate<kind>), &ledger().make[kind]},
             {remove, reinterpret_cast<Function>(deleteAll<kind>), &ledger().remove[kind]}}};
}

Function counted(const char* name, Function theirs) {
    const std::array<std::array<Entry, 2>, Kinds> all{{
        pairOf<Textures>("glGenTextures", "glDeleteTextures"),
        pairOf<Buffers>("glGenBuffers", "glDeleteBuffers"),
        pairOf<VertexArrays>("glGenVertexArrays", "glDeleteVertexArrays"),
        pairOf<Framebuffers>("glGenFramebuffers", "glDeleteFramebuffers"),
        pairOf<Renderbuffers>("glGenRenderbuffers", "glDeleteRenderbuffers"),
        pairOf<Samplers>("glGenSamplers", "glDeleteSamplers"),
        pairOf<Queries>("glGenQueries", "glDeleteQueries"),
        {{{"glCreateProgram", reinterpret_cast<Function>(createProgram), &ledger().make[Programs]},
          {"glDeleteProgram", reinterpret_cast<Function>(deleteOne<Programs>), &ledger().remove[Programs]}}},
        {{{"glCreateShader", reinterpret_cast<Function>(createShader), &ledger().make[Shaders]},
          {"glDeleteShader", reinterpret_cast<Function>(deleteOne<Shaders>), &ledger().remove[Shaders]}}},
    }};
    for (const auto& both : all)
        for (const Entry& entry : both)
            if (std::strcmp(entry.name, name) == 0 && theirs != nullptr) {
                *entry.theirs = theirs;
                return entry.ours;
            }
    return theirs;
}

} // namespace

void writeLedger() {
    const char* const place = std::getenv("GL_LEDGER");
    if (place == nullptr) return;
    static const int file = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    std::array<char, 512> text{};
    int length = 0;
    for (std::size_t kind = 0; kind < Kinds; ++kind)
        length += std::snprintf(text.data() + length, text.size() - static_cast<std::size_t>(length), "%s %-8ld ",
                                kNames[kind], ledger().alive[kind]);
    if (pwrite(file, text.data(), static_cast<std::size_t>(length), 0) != length) std::abort();
}

extern "C" Function glfwGetProcAddress(const char* name) {
    static const auto theirs = reinterpret_cast<Function (*)(const char*)>(dlsym(RTLD_NEXT, "glfwGetProcAddress"));
    if (const Function mine = sabotagedProcAddress(name)) return mine;
    return counted(name, theirs(name));
}
