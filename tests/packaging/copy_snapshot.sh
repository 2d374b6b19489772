#!/bin/sh
# The copier of sightline-copy.service: what it copies, what it leaves alone, and what it says.
set -eu
copier=$(cd "$(dirname "$0")/../../assets/packaging" && pwd)/copy-snapshot
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
target=$folder/drop/snapshot.db
mkdir "$folder/share" "$folder/drop"
source=$folder/share/snapshot.db

run() { said=$("$copier" "$source" "$target" 2>&1) && code=0 || code=$?; }
expect() { # what, then a test
    what=$1
    shift
    if ! "$@"; then echo "FAILED: $what (said \"$said\", ended with $code)"; failed=1; fi
}
says() { case $said in *"$1"*) return 0 ;; *) return 1 ;; esac }

run
expect "a share that is not mounted is named" says "$source is not there, or cannot be read."
expect "and is no fault of the copier" [ "$code" = 0 ]
run
expect "the same is not said again" [ -z "$said" ]

echo first >"$source"
run
expect "a snapshot is copied" cmp -s "$source" "$target"
expect "and that is said" says "Copied $source."
expect "the wall's group may read it, nobody else" [ "$(stat -c %a "$target")" = 640 ]
before=$(stat -c %i "$target")
run
expect "what is there already is left alone" [ "$(stat -c %i "$target")" = "$before" ]
expect "without a word" [ -z "$said" ]
echo other >"$source" # as long as the first
run
expect "another is copied" cmp -s "$source" "$target"
expect "as another file, in one step" [ "$(stat -c %i "$target")" != "$before" ]

echo signature >"$source.minisig"
run
expect "a signature comes along" cmp -s "$source.minisig" "$target.minisig"
run
expect "and is left alone then" [ -z "$said" ]
rm "$source.minisig"
run
expect "and goes when it is gone" [ ! -e "$target.minisig" ]

rm "$source"
run
expect "when it goes, what was copied stays" [ -s "$target" ]
expect "and that is said anew" says "is not there"
mkdir "$source"
run
expect "a folder is refused" says "is not a file that can be read."
rmdir "$source"
mkfifo "$source"
run
expect "a FIFO is not waited for, and is no news" [ -z "$said" ]
rm "$source"
truncate -s 300M "$source"
run
expect "too large a file is refused" says "is larger than any snapshot"
rm "$source"
echo third >"$source"
chmod a-w "$folder/drop"
if [ "$(id -u)" -ne 0 ]; then
    run
    expect "a drop folder that cannot be written is a failure" [ "$code" != 0 ]
fi
chmod u+w "$folder/drop"
said=$("$copier" "" "$target" 2>&1) && code=0 || code=$?
expect "an empty setting is named with its file" says "/etc/default/sightline-copy"
expect "and is a usage error" [ "$code" = 2 ]
run
expect "nothing is left half done" [ "$(ls "$folder/drop")" = snapshot.db ]
[ $failed -ne 0 ] || echo "ok"
exit $failed
