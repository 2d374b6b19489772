#!/bin/sh
# Proves on clean Debian roots what the README promises: its two commands, the package, and the wall that comes of it.
# Needs root and debootstrap, and takes a quarter of an hour or more a release; no other test calls it.
#   tests/packaging/debian_roots.sh [--folder DIR] [--mirror URL] [--without-tests] [bookworm] [trixie]
#     --folder DIR      where the roots are made, anew each time (default /var/tmp/sightline-roots)
#     --mirror URL      where Debian is (default: where this system has it)
#     --without-tests   leave out ./test.sh, the longest part
set -eu
project=$(cd "$(dirname "$0")/../.." && pwd)
folder=/var/tmp/sightline-roots
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | head -n 1)
tests=yes
releases=""
while [ $# -gt 0 ]; do
    case $1 in
    --folder) folder=$2 && shift ;;
    --mirror) mirror=$2 && shift ;;
    --without-tests) tests=no ;;
    -*) sed -n '2,8s/^# *//p' "$0" >&2 && exit 2 ;;
    *) releases="$releases $1" ;;
    esac
    shift
done
[ "$(id -u)" -eq 0 ] || { echo "Please run this as root: it makes Debian roots." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "Please install debootstrap." >&2; exit 1; }
mkdir -p "$folder"

unmount() {
    for root in "$folder"/*/; do
        umount "$root/proc" "$root/dev/shm" "$root/dev/pts" "$root/dev" 2>/dev/null || true
    done
}
trap unmount EXIT
trap 'exit 1' INT TERM

say() { echo "[$release +$(($(date +%s) - began)) s] $*"; }
inside() { # root, then a shell script
    root=$1
    shift
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" sh -euc "$@"
}

fresh_roots() { # two roots of a minimal Debian
    for root in "$1" "$2"; do
        rm -rf --one-file-system "$root"
        [ ! -e "$root" ] || { echo "$root is still in use." >&2; exit 1; }
    done
    debootstrap --variant=minbase "$release" "$1" "$mirror" >"$folder/$release-debootstrap.log"
    # Nothing is started in a root: that is for a machine.
    printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
    chmod +x "$1/usr/sbin/policy-rc.d"
    cp -a "$1" "$2"
    for root in "$1" "$2"; do
        mount -t proc proc "$root/proc"
        mount --bind /dev "$root/dev"
        [ ! -d /dev/pts ] || mount --bind /dev/pts "$root/dev/pts"
        [ ! -d /dev/shm ] || mount -t tmpfs tmpfs "$root/dev/shm"
    done
}

two_commands() { # build root
    mkdir "$1/sightline"
    (cd "$project" && git ls-files -z | tar --null -T - -cf -) | tar -xf - -C "$1/sightline"
    inside "$1" 'cd /sightline && ./run.sh' >"$folder/$release-run.log" 2>&1
    say "./run.sh: $(ls "$1/sightline/build/pages" | wc -l) pages as pictures"
    [ "$tests" = yes ] || return 0
    inside "$1" 'cd /sightline && ./test.sh' >"$folder/$release-test.log" 2>&1 ||
        { grep -A 30 'tests passed' "$folder/$release-test.log"; return 1; }
    say "./test.sh: $(grep 'tests passed' "$folder/$release-test.log")"
}

package() { # build root
    inside "$1" 'cd /sightline && cmake --build --preset release && cd build/release && cpack' >"$folder/$release-package.log" 2>&1
    cp "$1"/sightline/build/release/sightline_*.deb "$folder/$release.deb"
    say "package: $(stat -c %s "$folder/$release.deb") bytes, of which the program has $(stat -c %s "$1/sightline/build/release/app/sightline") before it is stripped"
    inside "$1" 'dpkg-query -W -f "\${Package} \${Version}\n" g++ cmake libsqlite3-0 libglfw3-dev libimgui-dev libfreetype-dev libsystemd-dev libgl1-mesa-dri' |
        while read -r line; do say "  $line"; done
}

installed() { # another root, without compiler or recommended packages
    cp "$folder/$release.deb" "$1/tmp/sightline.deb"
    inside "$1" 'apt-get update -q && apt-get install -q -y --no-install-recommends /tmp/sightline.deb' >"$folder/$release-install.log" 2>&1
    say "$(grep 'After this operation' "$folder/$release-install.log")"
    inside "$1" '
        for sample in dorset northmoor; do sightline render --sample $sample -o /tmp/$sample.png; done
        sightline export --sample northmoor -o /tmp/pack.pdf && [ -s /tmp/pack.pdf ]
        [ ! -e /etc/systemd/system/graphical.target.wants/sightline-wall.service ]
        id sightline >/dev/null && id sightline-display >/dev/null && id sightline-copy >/dev/null'
    cmp "$1/tmp/northmoor.png" "$folder/$release-build/sightline/build/pages/northmoor-overview.png"
    say "installed: $(inside "$1" 'sightline --version'), and its picture is that of ./run.sh"
    systemctl --root="$1" enable sightline-wall.service 2>/dev/null
    [ -h "$1/etc/systemd/system/graphical.target.wants/sightline-wall.service" ]
}

# What the units start, by hand and in their accounts: a display session without a graphics card, and the wall on it.
wall() { # the other root, name of the session, what its unit starts
    inside "$1" "session='$3'; name='$2'"'
        as() { account=$1; shift; exec setpriv --reuid "$account" --regid "$account" --init-groups --no-new-privs "$@"; }
        RUNTIME_DIRECTORY=/run/sightline-display; export RUNTIME_DIRECTORY
        XDG_RUNTIME_DIR=$RUNTIME_DIRECTORY; export XDG_RUNTIME_DIR
        rm -rf $RUNTIME_DIRECTORY
        install -d -o sightline-display -g sightline-display -m 700 $RUNTIME_DIRECTORY
        install -d -o sightline -g sightline -m 700 /var/lib/sightline
        install -d -m 1777 /tmp/.X11-unix
        as sightline-display $session >/tmp/$name.log 2>&1 &
        session=$!
        trap "kill $session; wait" EXIT
        /usr/libexec/sightline/display-await
        . $RUNTIME_DIRECTORY/environment
        export DISPLAY XDG_DATA_HOME=/var/spool STATE_DIRECTORY=/var/lib/sightline
        if setpriv --reuid nobody --regid nogroup --clear-groups xset q >/dev/null 2>&1; then
            echo "The X server lets anybody in."
            exit 1
        fi
        trace=/var/lib/sightline/$name.trace
        as sightline sightline show --trace $trace &
        wall=$!
        tries=300
        until grep -q "\"settled\"" $trace 2>/dev/null; do
            tries=$((tries - 1)); [ $tries -gt 0 ]; sleep 0.1
        done
        grep -q "\"shown\":true" $trace
        panel=$( (as sightline xdpyinfo) | sed -n "s/ *dimensions: *\([0-9x]*\) .*/\1/p")
        window=$( (as sightline xwininfo -name Sightline) | sed -n "s/ *-geometry \([0-9x]*\).*/\1/p")
        [ "$window" = "$panel" ] || { echo "The wall is $window on a panel of $panel."; exit 1; }
        kill $wall; wait $wall'
    say "the wall showed a snapshot from the drop folder, full screen, in a session of $2"
}

walls() { # the other root
    inside "$1" 'apt-get install -q -y --no-install-recommends cage kbd libpam-systemd x11-utils x11-xserver-utils xauth xinit \
        xserver-xorg-core xserver-xorg-input-libinput xserver-xorg-video-dummy xwayland' >>"$folder/$release-install.log" 2>&1
    mkdir "$1/tmp/panel" "$1/tmp/checklist"
    cp "$project/tests/packaging/dummy_panel.conf" "$1/tmp/panel/"
    cp "$project"/assets/samples/northmoor/*.csv "$1/tmp/checklist/"
    inside "$1" '
        sightline import /tmp/checklist -o /tmp/snapshot.db >/dev/null
        chmod 644 /tmp/snapshot.db
        setpriv --reuid sightline-copy --regid sightline --clear-groups --no-new-privs \
            /usr/libexec/sightline/copy-snapshot /tmp/snapshot.db /var/spool/sightline/snapshot.db'
    wall "$1" Xorg '/usr/libexec/sightline/display-xorg :91 -configdir /tmp/panel'
    wall "$1" Cage 'env WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman /usr/bin/cage -d -- /usr/libexec/sightline/display-ready'
}

outputs() { # the other root: an output that is taken away and given back, for which sway 1.8 has a command
    inside "$1" 'apt-get install -q -y --no-install-recommends jq sway' >>"$folder/$release-install.log" 2>&1
    if inside "$1" 'dpkg --compare-versions "$(dpkg-query -W -f "\${Version}" sway)" lt 1.8'; then
        say "its sway cannot unplug an output: left out"
        return 0
    fi
    cp "$project/tests/packaging/sway_outputs.sh" "$1/tmp/"
    say "$(inside "$1" '/tmp/sway_outputs.sh sightline /tmp/snapshot.db')"
}

purged() { # the other root
    inside "$1" 'apt-get purge -q -y sightline' >"$folder/$release-purge.log" 2>&1
    left=$(find "$1/etc" "$1/usr" "$1/var/lib" "$1/var/spool" -name '*sightline*' ! -path '*/var/lib/dpkg/*' ! -path '*/wants/*')
    [ -z "$left" ] || { echo "Purging left: $left"; return 1; }
    say "purged without a trace"
}

for release in ${releases:-bookworm trixie}; do
    began=$(date +%s)
    build=$folder/$release-build
    use=$folder/$release-use
    unmount
    fresh_roots "$build" "$use"
    say "two clean roots"
    two_commands "$build"
    package "$build"
    installed "$use"
    walls "$use"
    outputs "$use"
    purged "$use"
    unmount
    say "all of it works"
done
