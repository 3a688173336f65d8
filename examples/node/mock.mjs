// Starts image-edit-mock once for a file of tests, and gives each test a session of its own that is verified when the test is done.
//
// The program is $IMAGE_EDIT_MOCK, or `image-edit-mock` on the PATH.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export class Mock {
  /** A mock on a free port that listens. */
  static async start() {
    const program = process.env.IMAGE_EDIT_MOCK ?? "image-edit-mock";
    const child = spawn(program, ["serve", "--port", "0", "--generated-dir", "none"], { stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    child.stderr.setEncoding("utf8").on("data", (text) => { log += text; });
    const ended = once(child, "close").then(([code]) => ({ code, log }));
    const ready = once(createInterface({ input: child.stdout }), "line").then(([line]) => JSON.parse(line));
    const first = await Promise.race([ready, ended]);
    assert.ok(first.url, `${program} ended with ${first.code}:\n${first.log}`);
    return Object.assign(new Mock(), { child, ended, url: first.url });
  }

  async stop() {
    this.child.kill("SIGTERM");
    const { code, log } = await this.ended;
    assert.equal(code, 0, log);
  }

  async ask(method, path, body) {
    const answer = await fetch(`${this.url}/_mock/${path}`, {
      method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return text && JSON.parse(text);
  }

  /**
   * The session of test `t`; what was wrong with its requests and with the client's conduct fails the test.
   *
   * `scenario` is a name, or a whole scenario. `expects` are the rules that the test breaks and the findings that it earns; each has to come.
   */
  async session(t, { scenario, expects = [] } = {}) {
    const session = new Session(this, t.name.toLowerCase().replace(/[^a-z0-9]+/g, "-"));
    if (scenario) await session.play(scenario);
    t.after(async () => {
      const complaints = await session.complaints();
      const lines = complaints.filter(({ name }) => !expects.includes(name)).map(({ line }) => line);
      for (const name of expects) {
        if (!complaints.some((complaint) => complaint.name === name)) lines.push(`${name}: expected, and did not happen`);
      }
      if (lines.length > 0) assert.fail(`the mock about ${session.key}:\n  ${lines.join("\n  ")}`);
    });
    return session;
  }
}

/** One session of the mock, and what `/_mock` knows of it: a client is in it that uses its key. */
class Session {
  constructor(mock, key) {
    Object.assign(this, { mock, key, query: `session=${encodeURIComponent(key)}` });
  }

  async play(scenario) {
    if (typeof scenario === "object") await this.mock.ask("POST", "scenarios", scenario);
    await this.mock.ask("PUT", "scenario", { scenario: scenario.name ?? scenario, session: this.key });
  }

  /** The journal's entries, oldest first; filters as in "endpoint=edit&status=4xx". */
  async requests(filters = "") {
    return (await this.mock.ask("GET", `requests?${this.query}&${filters}`)).requests;
  }

  /** Fails, with the request that came nearest, when the session's requests were not these. */
  async expect(...expectations) {
    const answer = await this.mock.ask("POST", "verify", { session: this.key, expect: expectations });
    assert.ok(answer.ok, answer.failed?.map(({ when, message }) => `${when}: ${message}`).join("\n"));
  }

  /** What the client did wrong, by rule and by finding; what a scenario answered is not its doing. */
  async complaints() {
    const { violations, warnings } = await this.mock.ask("GET", `verify?${this.query}`);
    const { findings } = await this.mock.ask("GET", `conduct?${this.query}`);
    return [
      ...[...violations, ...warnings].filter(({ scripted }) => !scripted).map(({ rule, path, expected, found, id }) =>
        ({ name: rule, line: `${rule}: ${path}: expected ${expected}; found ${found} (${id})` })),
      ...findings.map(({ finding, says, evidence }) =>
        ({ name: finding, line: `${finding}: ${says} (${evidence.map(({ id }) => id).join(", ")})` })),
    ];
  }
}
