#!/bin/sh
# An edit by curl, and what the mock has to say about it: for whatever is started from a shell. Needs curl and nothing else.
#
# The program is $IMAGE_EDIT_MOCK, or `image-edit-mock` on the PATH.
set -eu

work=$(mktemp -d)
pid=""
trap 'test -z "$pid" || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { echo "$1" >&2; cat "$work/log" >&2; exit 1; }

# Exit code 3 says that a request was refused or warned about, or that the client misbehaved: one line in CI, without any of what follows.
"${IMAGE_EDIT_MOCK:-image-edit-mock}" serve --port 0 --generated-dir none --ready-file "$work/ready.json" \
  --report "$work/report.xml" --fail-on-warnings --fail-on-conduct >/dev/null 2>"$work/log" &
pid=$!
while [ ! -s "$work/ready.json" ]; do kill -0 "$pid" 2>/dev/null || fail "the mock does not start"; done
url=$(sed -n 's/.*"url": *"\([^"]*\)".*/\1/p' "$work/ready.json")

# The client under test: here curl, in the session of its key.
curl --silent --show-error --fail "$url/api/v1/image/edit" -H 'Authorization: Bearer shell-1' -H 'Content-Type: application/json' \
  -d "{\"prompt\": \"Change the sky to a sunrise\", \"image\": \"$url/fixtures/lighthouse.png\"}" \
  --dump-header "$work/headers" --output "$work/edit.png"
[ "$(head -c 4 "$work/edit.png" | tail -c 3)" = PNG ] || fail "the edit is no PNG"

# Was it the right request?
verify() { curl --silent --show-error --fail "$url/_mock/verify" -H 'Content-Type: application/json' -d "$1"; }
answer=$(verify '{"session": "shell-1", "expect": [{"when": {"api": "venice", "endpoint": "edit", "prompt": "*sunrise*"}, "times": 1}]}')
echo "$answer" | grep -q '"ok": *true' || fail "not the edit that was expected: $answer"
answer=$(verify '{"session": "shell-1", "expect": [{"when": {"prompt": "*sunset*"}, "times": 1}]}')
echo "$answer" | grep -q '"ok": *false' || fail "an edit that was never sent is found: $answer"
echo "what the mock says when it is not:"
echo "$answer" | sed -n 's/.*"message": *"\([^"]*\)".*/  \1/p'

# The same request again, as a command: for a bug report, or to try it by hand.
id=$(sed -n 's/^[Xx]-[Mm]ock-[Rr]equest-[Ii]d: *\([a-z0-9_]*\).*/\1/p' "$work/headers")
again=$(curl --silent --show-error --fail "$url/_mock/requests/$id/curl")
case $again in *"$url/api/v1/image/edit"*) ;; *) fail "that does not repeat the request: $again" ;; esac
echo "how to repeat request $id:"
echo "$again" | sed 's/^/  /'

# The end: the exit code is the verdict, and the report is what CI shows.
kill -TERM "$pid"
code=0
wait "$pid" || code=$?
pid=""
[ "$code" -eq 0 ] || fail "the mock ended with $code"
grep -q '<testsuite' "$work/report.xml" || fail "no report was written"
if grep -q '<failure' "$work/report.xml"; then fail "$(cat "$work/report.xml")"; fi
echo "shell: passed"
