#!/bin/sh
# Installs what is missing, builds Sightline with its tests and runs all of them.
#   ./test.sh              the tests, as users run the program
#   ./test.sh --sanitize   then again with AddressSanitizer and UBSan, and the threads with ThreadSanitizer
set -eu
cd "$(dirname "$0")"

.ci/install .ci/packages-build .ci/packages-test
# npm comes with Node.js where that is not Debian's own, and would collide with it: what counts is the command.
command -v npm >/dev/null || .ci/install .ci/packages-npm || echo "Without npm, the check of the exported page is skipped." >&2
tests/accessibility/install build/accessibility
run() { # preset, then arguments for ctest
    preset=$1
    shift
    echo "Building and testing: $preset."
    mkdir -p build
    cmake --preset "$preset" -DSIGHTLINE_TESTS=ON >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
    cmake --build --preset "$preset"
    # One more than there are processors: tests of windows wait for most of their time.
    ctest --preset "$preset" -j "$(($(nproc) + 1))" "$@"
}

run release
if [ "${1:-}" = "--sanitize" ]; then
    run asan
    run tsan
fi
