// What a client's tests look like with the mock: no sleeping, no shared state, and every request verified in the end by mock.mjs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { EditClient, EditFailed } from "./edit-client.mjs";
import { Mock } from "./mock.mjs";

let mock;
let picture;

before(async () => {
  mock = await Mock.start();
  picture = await (await fetch(`${mock.url}/fixtures/small-256.png`)).arrayBuffer();
});
after(() => mock?.stop());

/** A session for the test, and a client in it. */
async function prepared(t, options = {}) {
  const session = await mock.session(t, options);
  return { session, client: new EditClient(`${mock.url}/v1`, session.key, options.client) };
}

const statuses = async (session) => (await session.requests("endpoint=edit")).map(({ status }) => status);
const isPNG = (data) => data.subarray(1, 4).toString() === "PNG";

test("an edit is a picture", async (t) => {
  const { session, client } = await prepared(t);
  assert.ok(isPNG(await client.edit("Make it snow", picture)));

  const [request] = await session.requests();
  assert.equal(request.prompt, "Make it snow");
  assert.equal(request.images[0].width, 256);
});

test("a rate limit is waited out", async (t) => {
  // That it waits as told is not measured here: a conduct of `early-retry` would fail the test.
  const scenario = {
    name: "one-second-please",
    description: "One edit too many, and room for it a second later.",
    steps: [{ when: { endpoint: "edit" }, times: 1, respond: { error: "rate-limited", headers: { "retry-after": "1" } } }],
  };
  const { session, client } = await prepared(t, { scenario });
  assert.ok(isPNG(await client.edit("Make it snow", picture)));
  assert.deepEqual(await statuses(session), [429, 200]);
});

test("half an answer is asked for again", async (t) => {
  const { session, client } = await prepared(t, { scenario: "truncated-body" });
  assert.ok(isPNG(await client.edit("Make it snow", picture)));

  const [cut, whole] = await session.requests();
  assert.equal(cut.delivery, "cut");
  assert.equal(cut.digest, whole.digest, "the second attempt is not the same request");
});

test("errors that pass are tried again, ever more slowly", async (t) => {
  const { session, client } = await prepared(t, { scenario: "third-time-lucky" });
  assert.ok(isPNG(await client.edit("Make it snow", picture)));
  assert.deepEqual(await statuses(session), [500, 503, 200]);
});

test("a refusal is reported and not repeated", async (t) => {
  const { session, client } = await prepared(t, { expects: ["dgrid.edit.n.maximum"] });
  await assert.rejects(client.edit("Make it snow", picture, { n: 99 }), (error) => error instanceof EditFailed && error.status === 400);

  const refused = await session.requests("rule=dgrid.edit.n.maximum");
  assert.equal(refused.length, 1);
  assert.equal(refused[0].violations[0].path, "n");
});

test("a batch sends what it was asked to", async (t) => {
  const { session, client } = await prepared(t);
  await Promise.all(["A red door", "A blue door"].map((prompt) => client.edit(prompt, picture, { size: "1024x1024" })));

  await session.expect(
    { when: { endpoint: "edit", prompt: "*red*" }, times: 1 },
    { when: { endpoint: "edit", field: { size: "1024x1024" } }, "at-least": 2 },
  );
});

test("without attempts left the caller learns why", async (t) => {
  const { client } = await prepared(t, { scenario: "always-rate-limited", expects: ["gave-up"], client: { attempts: 1 } });
  await assert.rejects(client.edit("Make it snow", picture), /Rate limit reached/);
});
