#!/bin/sh
# Runs every curl block of the README as it stands, only the port replaced.
set -eu
url="$1"
out="$2"

block="$out/readme-block.sh"
awk '/^```sh$/ { inside = 1; text = ""; next } /^```$/ { if (inside && text ~ /^curl /) printf "%s", text; inside = 0 } inside { text = text $0 "\n" }' README.md |
  sed -e "s#http://127.0.0.1:8080#$url#g" -e "s#-o \([a-z]*\.[a-z]*\)#-o $out/readme-\1#" -e 's#^curl #curl --fail --silent --show-error #' >"$block"
[ "$(grep -c '^curl' "$block")" -ge 2 ] || { echo "the README has lost its curl lines" >&2; exit 1; }
sh -e "$block" >"$out/readme-answers"
grep -q '"url":"http' "$out/readme-answers"
echo "README's curl lines: ok"
