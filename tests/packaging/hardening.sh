#!/bin/sh
# The program is built so that a mistake is hard to use: position independent, relocations read-only and bound at
# start, stack protected, library calls checked, no executable stack.
#   hardening.sh PROGRAM
set -eu
program=$1
command -v readelf >/dev/null || { echo "skipped: readelf is not installed"; exit 77; }
if nm -D "$program" | grep -qE '__(asan|tsan)_init'; then
    echo "skipped: a sanitizer build is not what is installed"
    exit 77
fi
failed=0
expect() { # what, then the command that finds it
    what=$1
    shift
    if "$@" >/dev/null; then echo "ok: $what"; else echo "MISSING: $what"; failed=1; fi
}
readelf -hldsW "$program" >"${TMPDIR:-/tmp}/hardening.$$"
trap 'rm -f "${TMPDIR:-/tmp}/hardening.$$"' EXIT
facts=${TMPDIR:-/tmp}/hardening.$$
expect "position independent (PIE)" grep -qE 'Type: +DYN' "$facts"
expect "read-only relocations (RELRO)" grep -q GNU_RELRO "$facts"
expect "bound at start (BIND_NOW)" grep -qE 'FLAGS.*(BIND_NOW|NOW)' "$facts"
expect "stack protector" grep -q __stack_chk_fail "$facts"
expect "checked library calls (FORTIFY)" grep -qE '__(memcpy|memmove|memset|read|vsnprintf|snprintf|fprintf)_chk' "$facts"
expect "checked containers (_GLIBCXX_ASSERTIONS)" grep -q glibcxx_assert_fail "$facts"
expect "stack that cannot be executed" grep -qE 'GNU_STACK.* RW ' "$facts"
exit $failed
