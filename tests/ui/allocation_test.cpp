#include <atomic>
#include <cstdlib>
#include <gtest/gtest.h>
#include <imgui.h>
#include <new>

#include "data/rules.h"
#include "data/sample.h"
#include "tests/support/pages.h"

namespace {

// Counting every allocation of the process means replacing the global operators, and these cannot be handed a counter.
std::atomic<long> allocations{0};

void* counted(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}

} // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
// Sanitizers have their own of these, which would not go through those above.
void* operator new(std::size_t size, const std::nothrow_t& /*unused*/) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
// GCC mistakes what it has inlined for a mismatch.
[[gnu::noinline]] void operator delete(void* memory, const std::nothrow_t& /*unused*/) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace sightline {
namespace {

/// What Dear ImGui allocates goes past operator new.
void countDearImGui() {
    ImGui::SetAllocatorFunctions(
        [](std::size_t size, void*) {
            ++allocations;
            return std::malloc(size);
        },
        [](void* memory, void*) { std::free(memory); });
}

class Allocation : public testing::TestWithParam<const char*> {};

/// A wall that runs for months builds the same pages over and over; once warm, none of them takes memory.
TEST_P(Allocation, WarmPagesTakeNoMemory) {
    countDearImGui();
    const Snapshot snapshot = *sampleSnapshot(GetParam());
    testing_support::PageBuilder builder(snapshot, {});
    const Look& look = lookOf(ThemeName::Light);
    Targets targets;
    for (const testing_support::Scene& scene : testing_support::scenesOf(snapshot)) {
        refreshView(builder.view, scene.state, nullptr);
        const auto build = [&] { builder.frame().build(builder.view, scene.state, look, {}, targets); };
        for (int i = 0; i < 3; ++i) build();
        const long before = allocations;
        for (int i = 0; i < 100; ++i) build();
        EXPECT_GT(before, 0) << "nothing is being counted";
        EXPECT_EQ(allocations - before, 0) << scene.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Samples, Allocation, testing::Values("dorset", "northmoor"),
                         [](const auto& test) { return std::string(test.param); });

} // namespace
} // namespace sightline
