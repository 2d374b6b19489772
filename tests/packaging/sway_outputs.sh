#!/bin/sh
# Takes the wall its only output away and gives it another, below XWayland in a headless sway: whether it is full screen
# again within five seconds each time, and works on without any. Needs sway 1.8 (Debian 13), xwayland, jq and x11-utils.
#   tests/packaging/sway_outputs.sh SIGHTLINE SNAPSHOT [TIMES]
set -eu
sightline=$1
snapshot=$2
times=${3:-50}
folder=$(mktemp -d)
wall="" sway=""
leave() {
    [ -z "$wall" ] || kill "$wall" 2>/dev/null || true
    [ -z "$sway" ] || kill "$sway" 2>/dev/null || true
    wait
    rm -rf "$folder"
}
trap leave EXIT
trap 'exit 1' INT TERM

# await TENTHS COMMAND…: until it succeeds.
await() {
    left=$1
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}
outputs() { swaymsg -t get_outputs | jq -r '.[].name'; }
no_output() { [ -z "$(outputs)" ]; }
an_output() { [ -n "$(outputs)" ]; }
over_all_of_it() { # of WIDTHxHEIGHT, in the eyes of the compositor and of the X server
    xwininfo -name Sightline | grep -q -- "-geometry $1+0+0" &&
        swaymsg -t get_tree | jq -e --arg size "$1" '[.. | objects | select(.name? == "Sightline" and .visible)
            | "\(.rect.width)x\(.rect.height)" == $size and .rect.x == 0 and .rect.y == 0] | any' >/dev/null
}
shown_on() { # WIDTH HEIGHT: the wall says so after the line that was its last
    tail -n "+$((said + 1))" "$folder/trace" | jq -e -s --argjson w "$1" --argjson h "$2" \
        'any(.event == "panel" and .connected and .width == $w and .height == $h)'
}

wrong() {
    echo "Round $round: $1." >&2
    xwininfo -name Sightline >&2
    swaymsg -t get_tree | jq -c '.. | objects | select(.type? == "output" or .name? == "Sightline") | {type, name, rect, visible}' >&2
    tail -n 5 "$folder/trace" >&2
    exit 1
}

export XDG_RUNTIME_DIR="$folder" WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman SWAYSOCK="$folder/sway"
cat >"$folder/config" <<CONFIG
xwayland force
default_border none
for_window [title="^Sightline$"] fullscreen enable
exec sh -c 'echo "\$DISPLAY" >$folder/display.new && mv $folder/display.new $folder/display'
CONFIG
sway -c "$folder/config" >"$folder/sway.log" 2>&1 &
sway=$!
came_up() { [ -s "$folder/display" ] && swaymsg -q -t get_outputs; }
await 100 came_up || { cat "$folder/sway.log" >&2; exit 1; }
DISPLAY=$(cat "$folder/display")
export DISPLAY
swaymsg -q -- output '*' mode --custom 1920x1080
"$sightline" show "$snapshot" --state "$folder/state" --trace "$folder/trace" --theme light >"$folder/wall.log" 2>&1 &
wall=$!
await 300 grep -q '"settled"' "$folder/trace" || { cat "$folder/wall.log" >&2; exit 1; }

round=0
while [ "$round" -lt "$times" ]; do
    round=$((round + 1))
    [ $((round % 2)) -eq 0 ] && width=1920 height=1080 || { width=1280; height=800; }
    swaymsg -q output "$(outputs)" unplug
    await 50 no_output || { echo "Round $round: sway kept its output." >&2; exit 1; }
    kill -0 "$wall" || { echo "Round $round: the wall ended without an output." >&2; cat "$folder/wall.log" >&2; exit 1; }
    said=$(wc -l <"$folder/trace")
    swaymsg -q create_output
    await 50 an_output
    swaymsg -q -- output "$(outputs)" mode --custom "${width}x$height"
    await 50 over_all_of_it "${width}x$height" || wrong "sway does not have the wall over all of ${width}x$height"
    await 50 shown_on "$width" "$height" || wrong "the wall is not on ${width}x$height"
done
echo "figure: an output unplugged and another plugged in $times times below sway, full screen again within five seconds each time"
