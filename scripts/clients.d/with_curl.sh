#!/bin/sh
# curl against both: uploads, a body beyond 1 MB (curl then asks with Expect: 100-continue), and the refusals.
set -eu
url="$1"
out="$2"

status() { curl --silent --show-error --output "$out/curl-answer" --write-out '%{http_code} %{content_type}' "$@"; }
expect() { [ "$1" = "$2" ] || { echo "curl: expected '$2', got '$1': $(head -c 400 "$out/curl-answer")" >&2; exit 1; }; }

expect "$(status "$url/api/v1/image/edit" -H 'Authorization: Bearer test' -F "image=@$out/coffee.jpg" -F prompt='Make it golden' -F output_format=webp)" \
  "200 image/webp"
cp "$out/curl-answer" "$out/curl.webp"

{ printf '{"prompt":"Colorize","image":"'; base64 -w0 "$out/astronaut.png"; head -c 1000000 /dev/zero | tr '\0' ' '; printf '"}'; } >"$out/large.json"
expect "$(status "$url/api/v1/image/edit" -H 'Authorization: Bearer test' -H 'Content-Type: application/json' --data-binary "@$out/large.json")" \
  "200 image/png"
cp "$out/curl-answer" "$out/curl.png"

expect "$(status "$url/v1/images/edits" -H 'Authorization: Bearer test' -F "image=@$out/rocket.png" -F prompt='At night' -F model=gpt-image-2)" \
  "200 application/json"
expect "$(status "$url/v1/images/edits" -H 'Authorization: Bearer test' -H 'Content-Type: application/json' \
  -d '{"model":"wanx-v1","input":{"messages":[{"role":"user","content":"Remove the background and replace it with a solid white backdrop."}]}}')" \
  "200 application/json"

expect "$(status "$url/api/v1/image/edit" -F "image=@$out/coffee.jpg" -F prompt=x)" "402 application/json"
expect "$(status "$url/api/v1/image/edit" -H 'Authorization: Bearer test' -d 'prompt=x')" "415 application/json"
expect "$(status "$url/v1/images/edits" -F "image=@$out/rocket.png" -F prompt=x)" "401 application/json"
expect "$(status -X GET "$url/v1/images/edits" -H 'Authorization: Bearer test')" "405 application/json"
rm -f "$out/large.json" "$out/curl-answer"
echo "$(curl --version | head -n 1 | cut -d' ' -f1-2): ok"
