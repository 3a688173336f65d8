// A small client for DGrid's image edits: what the tests in this folder test.
//
// Node's fetch keeps the connection open; the client asks again what may go better the next time, and waits as it is told.

import { setTimeout as sleep } from "node:timers/promises";

const again = new Set([408, 409, 429, 500, 502, 503, 504]);

/** There is no picture, and asking again would not help. */
export class EditFailed extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export class EditClient {
  constructor(baseURL, key, { attempts = 4, firstPause = 50 } = {}) {
    Object.assign(this, { baseURL, key, attempts, firstPause });
  }

  /** The edited picture's bytes. */
  async edit(prompt, image, fields = {}) {
    const form = new FormData();
    form.append("image", new Blob([image], { type: "image/png" }), "image.png");
    for (const [name, value] of Object.entries({ model: "gpt-image-2", prompt, ...fields })) form.append(name, value);

    for (let attempt = 1; ; attempt += 1) {
      let pause = this.firstPause * 2 ** (attempt - 1);
      let failed;
      try {
        const answer = await fetch(`${this.baseURL}/images/edits`, {
          method: "POST", headers: { authorization: `Bearer ${this.key}` }, body: form, signal: AbortSignal.timeout(30_000),
        });
        // Rejects when it is less than Content-Length says.
        const text = await answer.text();
        if (answer.ok) return Buffer.from(JSON.parse(text).data[0].b64_json, "base64");
        failed = new EditFailed(`${answer.status}: ${text}`, answer.status);
        if (answer.headers.has("retry-after")) pause = Number(answer.headers.get("retry-after")) * 1000;
      } catch (error) {
        failed = new EditFailed(`no answer: ${error.cause ?? error}`);
      }
      if (attempt === this.attempts || (failed.status && !again.has(failed.status))) throw failed;
      await sleep(pause);
    }
  }
}
