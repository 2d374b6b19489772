#include "render/offscreen.h"

#include <array>

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <glad/gl.h>

namespace sightline {
namespace {

EGLDisplay surfacelessDisplay() {
    const auto getDisplay =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (getDisplay == nullptr) return EGL_NO_DISPLAY;
    return getDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

EGLContext makeContext(EGLDisplay display) {
    constexpr std::array<EGLint, 7> kAttributes = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return EGL_NO_CONTEXT;
    return eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, kAttributes.data());
}

} // namespace

Result<std::unique_ptr<OffscreenContext>> OffscreenContext::create(int width, int height) {
    std::unique_ptr<OffscreenContext> made(new OffscreenContext);
    made->width_ = width;
    made->height_ = height;
    made->display_ = surfacelessDisplay();
    if (made->display_ == EGL_NO_DISPLAY || eglInitialize(made->display_, nullptr, nullptr) == EGL_FALSE)
        return fail(FailureKind::Missing, "", "This machine offers no OpenGL without a window (EGL, surfaceless).");
    made->context_ = makeContext(made->display_);
    if (made->context_ == EGL_NO_CONTEXT ||
        eglMakeCurrent(made->display_, EGL_NO_SURFACE, EGL_NO_SURFACE, made->context_) == EGL_FALSE)
        return fail(FailureKind::Missing, "", "This machine offers no OpenGL 3.3.");
    auto target = GlTarget::create(eglGetProcAddress);
    if (!target) return tl::unexpected(target.error());
    made->target_ = std::move(*target);

    glGenRenderbuffers(1, &made->colour_);
    glBindRenderbuffer(GL_RENDERBUFFER, made->colour_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenFramebuffers(1, &made->framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, made->framebuffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, made->colour_);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        return fail(FailureKind::TooLarge, "",
                    "OpenGL cannot draw a picture of " + std::to_string(width) + "x" + std::to_string(height) + ".");
    return made;
}

OffscreenContext::~OffscreenContext() {
    if (target_) {
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteRenderbuffers(1, &colour_);
    }
    target_.reset();
    if (display_ == nullptr) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != nullptr) eglDestroyContext(display_, context_);
    eglTerminate(display_);
}

} // namespace sightline
