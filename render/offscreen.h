#pragma once

#include <memory>

#include "data/failure.h"
#include "render/gl_target.h"

namespace sightline {

/// An OpenGL context without a window (EGL, surfaceless) with a framebuffer of its own: for `render`, tests and
/// benchmarks. One at a time per thread; current from creation to destruction.
class OffscreenContext {
public:
    /// Failure: no EGL without a window, no OpenGL 3.3, or a size the driver refuses.
    static Result<std::unique_ptr<OffscreenContext>> create(int width, int height);
    ~OffscreenContext();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;

    [[nodiscard]] GlTarget& target() { return *target_; }
    [[nodiscard]] Picture read() const { return target_->read(width_, height_); }

private:
    OffscreenContext() = default;

    void* display_ = nullptr;
    void* context_ = nullptr;
    unsigned framebuffer_ = 0;
    unsigned colour_ = 0;
    int width_ = 0;
    int height_ = 0;
    std::unique_ptr<GlTarget> target_;
};

} // namespace sightline
