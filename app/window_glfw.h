#pragma once

#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "app/options.h"
#include "app/panel.h"
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
/// A panel was plugged in or out, or is used in another way.
struct PanelChanged {};
using WindowEvent = std::variant<PointerEvent, KeyPress, Typed, Wheel, Resized, Damaged, PanelChanged>;

class PanelPower;
class PanelX11;

/// The window system, before there is a window: what the panel is. Outlives the window.
class Display {
public:
    /// Failure: there is no display. A display without any panel is one.
    static Result<std::unique_ptr<Display>> open();
    ~Display();
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    /// What the wall is shown on.
    [[nodiscard]] const Panel& panel() const;
    /// Its diagonal in inches, where what it says of itself is believable: 10 to 120 inches, and the shape of its
    /// picture within a tenth.
    [[nodiscard]] std::optional<double> diagonal() const;
    /// Sees to what happened to the panel, and starts one that nobody starts. True: something did. `certain`: also what
    /// is under way.
    bool pass(bool certain);

private:
    friend class Window;
    Display();
    std::unique_ptr<PanelX11> outputs_;
};

/// The wall's window with its OpenGL 3.3 context, current on the thread that made it. All calls on that thread, but for
/// `wake`.
class Window {
public:
    /// Over the whole panel, and with it when it changes, unless a size is given. Failure: no OpenGL 3.3, or no window.
    static Result<std::unique_ptr<Window>> open(Display& display, std::optional<Size> windowed);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Puts the window on the panel; draw at once after it.
    void show();
    void swap();
    [[nodiscard]] Size size() const;
    /// Of the panel that it covers, inches, where that is believable. Nothing for a window of a given size.
    [[nodiscard]] std::optional<double> diagonal() const;
    /// There is a panel to see it on.
    [[nodiscard]] bool connected() const;
    /// The panel itself can be turned off; a window of a given size leaves it alone.
    [[nodiscard]] bool canTurnOff() const;
    void turnPanel(bool on);
    /// Shows the pointer, or hides it. A window of a given size always shows it.
    void showPointer(bool shown);
    /// The driver tells when the graphics card was reset, after which nothing that is drawn is seen (KHR_robustness).
    [[nodiscard]] bool canBeLost() const;
    /// It was.
    [[nodiscard]] bool lost() const;
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
