#include "app/window_glfw.h"

#include <algorithm>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "app/believable_diagonal.h"

namespace sightline {

namespace {

std::string lastError() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "no reason given" : text;
}

std::optional<Key> keyOf(int key, int modifiers) {
    switch (key) {
    case GLFW_KEY_UP: return Key::Up;
    case GLFW_KEY_DOWN: return Key::Down;
    case GLFW_KEY_LEFT: return Key::Left;
    case GLFW_KEY_RIGHT: return Key::Right;
    case GLFW_KEY_TAB: return (modifiers & GLFW_MOD_SHIFT) != 0 ? Key::Previous : Key::Next;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::Activate;
    case GLFW_KEY_SPACE: return Key::Space;
    case GLFW_KEY_ESCAPE: return Key::Back;
    case GLFW_KEY_BACKSPACE: return Key::Delete;
    case GLFW_KEY_HOME: return Key::Home;
    case GLFW_KEY_PAGE_UP: return Key::PageUp;
    case GLFW_KEY_PAGE_DOWN: return Key::PageDown;
    case GLFW_KEY_EQUAL: // with "+" above it on British keyboards; nobody should need Shift
    case GLFW_KEY_KP_ADD: return Key::Larger;
    case GLFW_KEY_MINUS:
    case GLFW_KEY_KP_SUBTRACT: return Key::Smaller;
    case GLFW_KEY_F9: return Key::Cover;
    case GLFW_KEY_F: return (modifiers & GLFW_MOD_CONTROL) != 0 ? std::optional(Key::Search) : std::nullopt;
    default: return std::nullopt;
    }
}

} // namespace

struct Window::Inside {
    GLFWwindow* window = nullptr;
    Point pointer; ///< from the last motion event, so that a button belongs to the place that was reported before it
    std::vector<WindowEvent> pending;
    std::vector<WindowEvent> delivered;

    static Inside& of(GLFWwindow* handle) { return *static_cast<Inside*>(glfwGetWindowUserPointer(handle)); }
    void add(PointerKind kind, int button) { pending.emplace_back(PointerEvent{kind, button, pointer, glfwGetTime()}); }
    void listen();
};

void Window::Inside::listen() {
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, [](GLFWwindow* handle, double x, double y) {
        of(handle).pointer = {static_cast<float>(x), static_cast<float>(y)};
        of(handle).add(PointerKind::Move, 0);
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* handle, int button, int action, int) {
        of(handle).add(action == GLFW_PRESS ? PointerKind::Down : PointerKind::Up, button + 1);
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* handle, int entered) {
        if (entered == GLFW_FALSE) of(handle).add(PointerKind::Leave, 0);
    });
    glfwSetScrollCallback(window, [](GLFWwindow* handle, double, double y) {
        of(handle).pending.emplace_back(Wheel{of(handle).pointer, static_cast<float>(-y)});
    });
    glfwSetKeyCallback(window, [](GLFWwindow* handle, int key, int, int action, int modifiers) {
        const auto meant = action == GLFW_RELEASE ? std::nullopt : keyOf(key, modifiers);
        if (meant) of(handle).pending.emplace_back(KeyPress{*meant});
    });
    glfwSetCharCallback(window, [](GLFWwindow* handle, unsigned character) {
        of(handle).pending.emplace_back(Typed{static_cast<char32_t>(character)});
    });
    glfwSetFramebufferSizeCallback(window,
                                   [](GLFWwindow* handle, int, int) { of(handle).pending.emplace_back(Resized{}); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* handle) { of(handle).pending.emplace_back(Damaged{}); });
}

Result<std::unique_ptr<Display>> Display::open() {
#if GLFW_VERSION_MAJOR > 3 || GLFW_VERSION_MINOR >= 4
    // On Wayland, GLFW before 3.5 can wait for ever to swap a surface that is not shown; X11 has no such wait.
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
    if (glfwInit() != GLFW_TRUE)
        return fail(FailureKind::Missing, "", "There is no display to show the wall on (" + lastError() + ").");
    return std::unique_ptr<Display>(new Display);
}

Display::~Display() { glfwTerminate(); }

std::optional<Size> Display::panel() const {
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr || mode->width <= 0 || mode->height <= 0) return std::nullopt;
    return Size{mode->width, mode->height};
}

std::optional<double> Display::diagonal() const {
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const auto size = panel();
    if (monitor == nullptr || !size) return std::nullopt;
    int widthMm = 0;
    int heightMm = 0;
    glfwGetMonitorPhysicalSize(monitor, &widthMm, &heightMm);
    return believableDiagonal(*size, widthMm, heightMm);
}

Result<std::unique_ptr<Window>> Window::open(const Display& display, std::optional<Size> windowed) {
    GLFWmonitor* monitor = windowed ? nullptr : glfwGetPrimaryMonitor();
    const Size size = windowed ? *windowed : display.panel().value_or(Size{});
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SAMPLES, 0);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    if (const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor)) {
        // The mode the monitor is in already: nothing is switched.
        glfwWindowHint(GLFW_RED_BITS, mode->redBits);
        glfwWindowHint(GLFW_GREEN_BITS, mode->greenBits);
        glfwWindowHint(GLFW_BLUE_BITS, mode->blueBits);
        glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
    }
    // EGL opens a third faster than GLX on Mesa, which reads every configuration of every screen first.
    glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
    GLFWwindow* handle = glfwCreateWindow(size.width, size.height, "Sightline", monitor, nullptr);
    if (handle == nullptr) {
        glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_NATIVE_CONTEXT_API);
        handle = glfwCreateWindow(size.width, size.height, "Sightline", monitor, nullptr);
    }
    if (handle == nullptr)
        return fail(FailureKind::Missing, "", "This display gives no window with OpenGL 3.3 (" + lastError() + ").");

    std::unique_ptr<Window> window(new Window);
    window->inside_ = std::make_unique<Inside>();
    Inside& inside = *window->inside_;
    inside.window = handle;
    glfwMakeContextCurrent(handle);
    // Waiting for the monitor can last for ever where it is off; the wall paces itself.
    glfwSwapInterval(0);
    if (!windowed) glfwSetInputMode(handle, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    inside.listen();
    return window;
}

Window::~Window() {
    if (inside_ && inside_->window != nullptr) glfwDestroyWindow(inside_->window);
}

void Window::show() {
    glfwShowWindow(inside_->window);
    glfwPollEvents();
    // The exposure that showing brings: what is drawn next covers it.
    std::erase_if(inside_->pending, [](const WindowEvent& event) { return std::holds_alternative<Damaged>(event); });
}
void Window::swap() { glfwSwapBuffers(inside_->window); }
bool Window::closed() const { return glfwWindowShouldClose(inside_->window) != 0; }
Seconds Window::now() const { return glfwGetTime(); }
void Window::wake() { glfwPostEmptyEvent(); }
void (*Window::procAddress(const char* name))() { return glfwGetProcAddress(name); }

Size Window::size() const {
    Size size;
    glfwGetFramebufferSize(inside_->window, &size.width, &size.height);
    return {std::max(size.width, 1), std::max(size.height, 1)};
}

const std::vector<WindowEvent>& Window::wait(Seconds longest) {
    if (longest <= 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(longest);
    inside_->delivered.clear();
    std::swap(inside_->delivered, inside_->pending);
    return inside_->delivered;
}

} // namespace sightline
