#pragma once

#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "app/options.h"
#include "data/failure.h"
#include "render/gesture.h"

namespace sightline {

enum class Key : std::uint8_t {
    Up,
    Down,
    Left,
    Right,
    Next,
    Previous,
    Activate,
    Space, ///< also comes as what it types
    Back,
    Delete, ///< the backspace key
    Home,
    PageUp,
    PageDown,
    Search,
    Larger,
    Smaller,
    Cover ///< draws the curtain
};

struct KeyPress {
    Key key = Key::Next;
};
/// A character was typed, with whatever keys its layout asks for.
struct Typed {
    char32_t character = U' ';
};
/// The mouse wheel, for whoever tries the wall on a desk. Positive: towards the end of the list.
struct Wheel {
    Point at;
    float notches = 0;
};
struct Resized {};
/// The window system lost what was drawn.
struct Damaged {};
using WindowEvent = std::variant<PointerEvent, KeyPress, Typed, Wheel, Resized, Damaged>;

/// The window system, before there is a window: what the panel is.
class Display {
public:
    /// Failure: there is no display.
    static Result<std::unique_ptr<Display>> open();
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    /// The primary monitor; nothing where the display has none.
    [[nodiscard]] std::optional<Size> panel() const;
    /// Its diagonal in inches, where what it says of itself is believable: 10 to 120 inches, and the shape of its
    /// picture within a tenth.
    [[nodiscard]] std::optional<double> diagonal() const;

private:
    Display() = default;
};

/// The wall's window with its OpenGL 3.3 context, current on the thread that made it. All calls on that thread, but for
/// `wake`.
class Window {
public:
    /// Full screen on the primary monitor, unless a size is given. Failure: no OpenGL 3.3, or no window.
    static Result<std::unique_ptr<Window>> open(const Display& display, std::optional<Size> windowed);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Puts the window on the panel; draw at once after it.
    void show();
    void swap();
    [[nodiscard]] Size size() const;
    /// Somebody closed the window.
    [[nodiscard]] bool closed() const;

    /// Sleeps until something happens, `wake` is called or the time is up, and returns what happened, oldest first.
    const std::vector<WindowEvent>& wait(Seconds longest);
    /// Seconds on the clock of the events.
    [[nodiscard]] Seconds now() const;
    /// Ends a `wait`, from any thread.
    static void wake();

    /// Where OpenGL's functions are, for GlTarget.
    static void (*procAddress(const char* name))();

private:
    Window() = default;
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace sightline
