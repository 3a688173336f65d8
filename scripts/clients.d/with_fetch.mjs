// Node's fetch against both, with FormData, and with an answer that comes early to a large upload.
import { readFile, writeFile } from "node:fs/promises";
import assert from "node:assert/strict";

const [url, out] = process.argv.slice(2);
const authorization = "Bearer test-key";

const form = new FormData();
form.append("image", new File([await readFile(`${out}/cat.webp`)], "cat.webp"));
form.append("prompt", "두 마리 고양이\nunder a green light");
const venice = await fetch(`${url}/api/v1/image/edit`, { method: "POST", headers: { authorization }, body: form });
assert.equal(venice.status, 200);
assert.equal(venice.headers.get("content-type"), "image/png");
assert.equal(venice.headers.get("x-venice-model-id"), "firered-image-edit");
await writeFile(`${out}/fetch.png`, Buffer.from(await venice.arrayBuffer()));

const edit = new FormData();
edit.append("image", new File([await readFile(`${out}/rocket.png`)], "rocket.png", { type: "image/png" }));
edit.append("prompt", "A purple dawn");
edit.append("model", "gpt-image-2");
const dgrid = await fetch(`${url}/v1/images/edits`, { method: "POST", headers: { authorization }, body: edit });
const answer = await dgrid.json();
assert.equal(dgrid.status, 200);
await writeFile(`${out}/fetch-dgrid.png`, Buffer.from(answer.data[0].b64_json, "base64"));

// Six megabytes without a key: the refusal must reach a client that is still sending.
const large = new FormData();
large.append("image", new File([new Uint8Array(6_000_000)], "large.png"));
large.append("prompt", "x");
const early = await fetch(`${url}/v1/images/edits`, { method: "POST", body: large });
assert.equal(early.status, 401);
assert.equal((await early.json()).error.type, "invalid_request_error");

console.log(`node ${process.version} fetch: ok`);
