#!/bin/sh
# The control of hardening.sh: of a program that was built without any of it, it says so of every point.
#   hardening_control.sh UNHARDENED_PROGRAM
set -u
cd "$(dirname "$0")"
said=$(./hardening.sh "$1")
code=$?
[ $code -ne 77 ] || { echo "$said"; exit 77; }
echo "$said"
if [ $code -eq 0 ] || echo "$said" | grep -q '^ok: '; then
    echo "A program that is not hardened passes."
    exit 1
fi
echo "figure: control: $(echo "$said" | grep -c '^MISSING: ') points are missed in a program that is not hardened"
