#include "app/window_glfw.h"

#include <algorithm>

#include "app/believable_diagonal.h"
#include "app/panel_power.h"
#include "app/panel_x11.h"

// After everything else: it brings X11's macros.
#define GLFW_INCLUDE_NONE
#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#undef KeyPress

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

/// glGetGraphicsResetStatus: 0 while nothing has happened.
using ResetStatus = unsigned (*)();

// The context is current. Desktop drivers name it as the core of OpenGL 4.5 does, older ones as ARB_robustness.
ResetStatus resetStatusOf(GLFWwindow* handle) {
    if (glfwGetWindowAttrib(handle, GLFW_CONTEXT_ROBUSTNESS) != GLFW_LOSE_CONTEXT_ON_RESET) return nullptr;
    for (const auto& [extension, name] : {std::pair("GL_KHR_robustness", "glGetGraphicsResetStatus"),
                                          std::pair("GL_ARB_robustness", "glGetGraphicsResetStatusARB")})
        if (glfwExtensionSupported(extension) != GLFW_FALSE)
            if (const auto found = glfwGetProcAddress(name); found != nullptr)
                return reinterpret_cast<ResetStatus>(found);
    return nullptr;
}

struct Window::Inside {
    sightline::Display* display = nullptr;
    GLFWwindow* window = nullptr;
    GLFWcursor* arrow = nullptr;
    std::unique_ptr<PanelPower> power; ///< nothing: it has a size of its own
    Panel covered;                     ///< what it was last made to cover
    Seconds watched = 0;               ///< until then, whether it does
    Seconds reminded = 0;
    ResetStatus resetStatus = nullptr; ///< nullptr: a reset is not told
    Point pointer; ///< from the last motion event, so that a button belongs to the place that was reported before it
    std::vector<WindowEvent> pending;
    std::vector<WindowEvent> delivered;

    static Inside& of(GLFWwindow* handle) { return *static_cast<Inside*>(glfwGetWindowUserPointer(handle)); }
    void add(PointerKind kind, int button) { pending.emplace_back(PointerEvent{kind, button, pointer, glfwGetTime()}); }
    void listen();
    void cover();
    void goThere();
    bool remind();
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

/// Goes where the panel is now. Nobody else does: where there is a window manager, it is only reminded.
void Window::Inside::cover() {
    constexpr Seconds kWatch = 4;
    const Panel& panel = display->panel();
    if (panel != covered) watched = glfwGetTime() + kWatch;
    covered = panel;
    goThere();
}

void Window::Inside::goThere() {
    reminded = glfwGetTime();
    glfwSetWindowPos(window, covered.x, covered.y);
    glfwSetWindowSize(window, covered.size.width, covered.size.height);
    askFullScreen(glfwGetX11Display(), glfwGetX11Window(window), true);
}

/// A compositor that arranges its outputs at the same moment may take what it was asked for as settled, and leave the
/// window as large as the last panel was. True: that is looked after still.
bool Window::Inside::remind() {
    constexpr Seconds kPatience = 0.5;
    const Seconds now = glfwGetTime();
    if (now >= watched) return false;
    Size size;
    glfwGetWindowSize(window, &size.width, &size.height);
    if (size != covered.size && now - reminded >= kPatience) goThere();
    return true;
}

Display::Display() = default;

Result<std::unique_ptr<Display>> Display::open() {
#if GLFW_VERSION_MAJOR > 3 || GLFW_VERSION_MINOR >= 4
    // On Wayland, GLFW before 3.5 can wait for ever to swap a surface that is not shown; X11 has no such wait.
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
    std::unique_ptr<Display> display(new Display);
    const bool begun = glfwInit() == GLFW_TRUE;
    if (begun) display->outputs_ = PanelX11::open();
    if (!display->outputs_)
        return fail(FailureKind::Missing, "", "There is no display to show the wall on (" + lastError() + ").");
    muteMonitors(glfwGetX11Display());
    display->outputs_->drive();
    return display;
}

Display::~Display() {
    outputs_.reset();
    glfwTerminate();
}

const Panel& Display::panel() const { return outputs_->panel(); }

std::optional<double> Display::diagonal() const {
    const Panel& panel = outputs_->panel();
    return believableDiagonal(panel.size, panel.millimetres.width, panel.millimetres.height);
}

bool Display::pass(bool certain) {
    if (!outputs_->pass(certain)) return false;
    outputs_->drive();
    return true;
}

Result<std::unique_ptr<Window>> Window::open(Display& display, std::optional<Size> windowed) {
    const Size size = windowed ? *windowed : display.panel().size;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SAMPLES, 0);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    // Not GLFW's full screen, which goes by its own idea of monitors: an undecorated window over all of the panel.
    glfwWindowHint(GLFW_DECORATED, windowed ? GLFW_TRUE : GLFW_FALSE);
    // EGL opens a third faster than GLX on Mesa, which reads every configuration of every screen first.
    glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_EGL_CONTEXT_API);
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);
    const auto create = [size] { return glfwCreateWindow(size.width, size.height, "Sightline", nullptr, nullptr); };
    GLFWwindow* handle = create();
    if (handle == nullptr) {
        glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_NO_ROBUSTNESS);
        handle = create();
    }
    if (handle == nullptr) {
        glfwWindowHint(GLFW_CONTEXT_CREATION_API, GLFW_NATIVE_CONTEXT_API);
        handle = create();
    }
    if (handle == nullptr)
        return fail(FailureKind::Missing, "", "This display gives no window with OpenGL 3.3 (" + lastError() + ").");

    std::unique_ptr<Window> window(new Window);
    window->inside_ = std::make_unique<Inside>();
    Inside& inside = *window->inside_;
    inside.display = &display;
    inside.window = handle;
    glfwMakeContextCurrent(handle);
    inside.resetStatus = resetStatusOf(handle);
    tolerateX11Errors();
    // Waiting for the monitor can last for ever where it is off; the wall paces itself.
    glfwSwapInterval(0);
    if (!windowed) {
        inside.covered = display.panel();
        glfwSetWindowPos(handle, inside.covered.x, inside.covered.y);
        askFullScreen(glfwGetX11Display(), glfwGetX11Window(handle), false);
        inside.power = std::make_unique<PanelPower>(display.outputs_->connection());
        // A bare X server has no arrow to fall back on.
        inside.arrow = glfwCreateStandardCursor(GLFW_ARROW_CURSOR);
        glfwSetCursor(handle, inside.arrow);
        glfwSetInputMode(handle, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    }
    inside.listen();
    return window;
}

Window::~Window() {
    if (!inside_ || inside_->window == nullptr) return;
    glfwDestroyWindow(inside_->window);
    if (inside_->arrow != nullptr) glfwDestroyCursor(inside_->arrow);
}

void Window::show() {
    glfwShowWindow(inside_->window);
    glfwPollEvents();
    // The exposure that showing brings: what is drawn next covers it.
    std::erase_if(inside_->pending, [](const WindowEvent& event) { return std::holds_alternative<Damaged>(event); });
}
bool Window::canBeLost() const { return inside_->resetStatus != nullptr; }
bool Window::lost() const { return canBeLost() && inside_->resetStatus() != 0; }
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

std::optional<double> Window::diagonal() const { return inside_->power ? inside_->display->diagonal() : std::nullopt; }
bool Window::connected() const { return inside_->display->panel().connected; }
bool Window::canTurnOff() const { return inside_->power && inside_->power->canTurnOff(); }
void Window::turnPanel(bool on) {
    if (inside_->power) inside_->power->turn(on);
}
void Window::showPointer(bool shown) {
    if (inside_->power) glfwSetInputMode(inside_->window, GLFW_CURSOR, shown ? GLFW_CURSOR_NORMAL : GLFW_CURSOR_HIDDEN);
}

const std::vector<WindowEvent>& Window::wait(Seconds longest) {
    // What ended the last waiting may have been the panel, of which the other connection had not heard then. Asking
    // takes a moment, and so is done before a sleep and not between two frames.
    constexpr Seconds kSleep = 0.1;
    constexpr Seconds kLook = 1; // for a panel, while there is none
    constexpr Seconds kReminder = 0.25;
    if (!connected()) longest = std::min(longest, kLook);
    if (inside_->power && inside_->remind()) longest = std::min(longest, kReminder);
    bool changed = longest > kSleep && inside_->display->pass(true);
    if (longest <= 0 || changed)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(longest);
    changed = inside_->display->pass(false) || changed;
    if (changed) {
        if (inside_->power) inside_->cover();
        inside_->pending.emplace_back(PanelChanged{});
    }
    inside_->delivered.clear();
    std::swap(inside_->delivered, inside_->pending);
    return inside_->delivered;
}

} // namespace sightline
