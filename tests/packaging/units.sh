#!/bin/sh
# systemd understands the units, and the wall's sandbox leaves it next to nothing (exposure 1.0 of 10 at most).
set -eu
units=$(cd "$(dirname "$0")/../../assets/packaging/systemd" && pwd)
command -v systemd-analyze >/dev/null || { echo "skipped: systemd-analyze is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

# On a machine without the package its programs are missing; that they are there is for the package's own test.
for unit in "$units"/*.service "$units"/*.timer; do
    sed -E 's#^(Exec[A-Za-z]+=[-+]*)/usr/(bin|libexec/sightline)/[a-z-]+#\1/bin/true#' "$unit" >"$folder/$(basename "$unit")"
done
cp "$folder/sightline-xorg.service" "$folder/sightline-display.service"
for unit in "$folder"/*.service "$folder"/*.timer; do
    said=$(SYSTEMD_UNIT_PATH="$folder:" systemd-analyze verify --man=no "$unit" 2>&1 | grep -F "$(basename "$unit")" || true)
    [ -z "$said" ] || { echo "$said"; failed=1; }
done

analyse() { # unit, threshold in tenths
    if ! systemd-analyze security --offline=yes --threshold="$2" "$units/$1" >"$folder/report" 2>&1; then
        cat "$folder/report"
        failed=1
    fi
    tail -n 1 "$folder/report"
}
analyse sightline-wall.service 10
analyse sightline-copy.service 10
exit $failed
