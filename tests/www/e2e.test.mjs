// The page and the service together, in real browsers: what was foreseen here, what was decided there, what is stored.
//   WWW_URL=http://127.0.0.1:8787 node --test tests/www/e2e.test.mjs
//   WWW_FRESH=1   the database is new: then somebody must have got access
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open } from "../../scripts/browsers/webdriver.mjs";
import { sample } from "../../www/page/sample.js";
import { look } from "./axe.mjs";
import { engines, handsOf } from "./stand.mjs";

const url = process.env.WWW_URL;
assert.ok(url, "WWW_URL names the running service.");

/** Each engine is somebody else, for another document. */
const PERSONAS = ["Tom Becker", "Omar Haddad", "Ingrid Halvorsen"];

/** Hugo Lund has no address: where a rule asks for one, the server cannot decide either. */
const NOBODYS_ADDRESS = "usr_01k9bet6j2s6fy4dx24vn8smth";

/** A kept connection may be closed by the development server just when it is used again. */
const ALONE = { connection: "close" };

const people = async () => (await (await fetch(`${url}/demo.json`, { headers: ALONE })).json()).people;

const call = async ({ key, document_id }, path = "", options = {}) => {
  const json = options.body && { "content-type": "application/json" };
  const headers = { ...ALONE, authorization: `Bearer ${key}`, ...json };
  const response = await fetch(`${url}/v1/documents/${document_id}/sharing${path}`, { ...options, headers });
  return { status: response.status, body: await response.json() };
};

const entries = async (person) => (await call(person)).body.entries;

/** An address is the same whatever the case of its letters. */
const nameOf = ({ user_id, bot_id, email }) => user_id ?? bot_id ?? email.toLowerCase();

const rolesOf = (list) => new Map(list.map((entry) => [nameOf(entry), entry.role]));

/**
 * A refusal is foreseen by a reason that is known. Another that only the server knows may come before it in the
 * contract's order: then the foreseen one is in `also`.
 */
const agrees = ({ success, code }, decided) =>
  success === decided.success && [decided.code, ...(decided.also ?? [])].includes(code);

/** Signs in as that person, as somebody does: by the picker. */
const signIn = async ({ page }, at) => {
  await page.navigate(`${url}/`);
  await page.waitFor("document.documentElement.dataset.ready === 'true'");
  await page.execute((at) => {
    const dialog = document.querySelector("share-dialog");
    window.stage = { dialog, results: [], violations: [] };
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
      stage.violations.push(violatedDirective),
    );
    dialog.addEventListener("share-result", ({ detail }) => stage.results.push(detail));
    const before = dialog.snapshot;
    const picker = document.querySelector("#persona");
    window.isSignedIn = () => at === 0 || (dialog.snapshot !== before && dialog.snapshot != null);
    picker.selectedIndex = at;
    picker.dispatchEvent(new Event("change"));
  }, at);
  await page.waitFor("window.isSignedIn()");
};

const pasteSample = async ({ inPage, paste }) => {
  await paste(sample);
  return inPage(() => ({
    foreseen: stage.dialog.forecast,
    request: stage.dialog.request,
    states: $$(".chip").map((chip) => chip.dataset.kind),
  }));
};

const send = async ({ click, page, inPage }, count = 1) => {
  await click(".submit");
  await page.waitFor(`stage.results.length === ${count}`);
  return inPage(() => stage.results.at(-1));
};

for (const [index, engine] of engines.entries()) {
  describe(`end to end, ${engine}`, { concurrency: false }, () => {
    let page, hands, person, at;
    before(async () => {
      const list = await people();
      at = list.findIndex(({ name }) => name.startsWith(PERSONAS[index]));
      assert.notEqual(at, -1, `${PERSONAS[index]} is in the demo`);
      person = list[at];
      page = await open(engine);
      await page.command("POST", "/window/rect", { width: 1200, height: 1000 });
      hands = handsOf(page);
    });
    after(() => page?.close());

    test("forty are pasted, foreseen, sent, decided and stored", async (t) => {
      await signIn(hands, at);
      const stored = rolesOf(await entries(person));
      const { foreseen, request, states } = await pasteSample(hands);
      assert.ok(foreseen.length >= 40);
      assert.deepEqual(
        states.map((state) => state === "unknown"),
        foreseen.map(({ code }) => code === "indeterminate"),
        "each chip says whether the server decides",
      );
      const { body, status, failure } = await send(hands);
      assert.equal(failure, undefined, JSON.stringify(failure));
      assert.deepEqual([status, body.total], [200, foreseen.length]);

      const known = foreseen.filter(({ code }) => code !== "indeterminate");
      const surprising = known.filter(({ index, success, code }) => !agrees({ success, code }, body.results[index]));
      assert.deepEqual(
        surprising.map(({ index }) => [foreseen[index], body.results[index]]),
        [],
      );
      const undecided = body.results.filter(({ code }) => code === "indeterminate");
      assert.ok(
        undecided.every(({ recipient }) => recipient.user_id === NOBODYS_ADDRESS),
        JSON.stringify(undecided),
      );
      const exact = known.filter(({ index, code }) => body.results[index].code === code).length;
      t.diagnostic(
        `${foreseen.length} rows: ${known.length} foreseen, ${exact} with the same code, the others with one of its codes; ${body.successful} succeeded`,
      );
      assert.ok(known.length > 0);
      if (process.env.WWW_FRESH === "1") assert.ok(body.successful > 0);

      const after = rolesOf(await entries(person));
      const succeeded = body.results.filter(({ success }) => success);
      for (const { principal, role } of succeeded)
        assert.equal(after.get(nameOf(principal)), role, JSON.stringify(principal));
      assert.equal(after.size, stored.size + succeeded.length);
      for (const [name, role] of stored) assert.equal(after.get(name), role, "what was there before is untouched");

      const chips = await hands.chips();
      assert.equal(chips.length, body.failed, "only who failed stays");
      assert.ok(chips.every(({ kind }) => kind !== "granted" && kind !== "invited" && kind !== "unknown"));
      assert.equal(await page.execute("return document.querySelectorAll('#rows tbody tr').length"), body.total);
      assert.equal(await page.execute("return document.querySelectorAll('#rows .other').length"), 0);

      const again = await call(person, "?detail=true", { method: "POST", body: JSON.stringify(request) });
      assert.deepEqual([again.status, again.body.successful], [200, 0]);
      assert.deepEqual(rolesOf(await entries(person)), after, "nothing is granted twice");
    });

    test("repeated in the page: everybody has access already, and the browser knows it now", async () => {
      await signIn(hands, at);
      const before = rolesOf(await entries(person));
      const { foreseen } = await pasteSample(hands);
      assert.equal(foreseen.filter(({ success }) => success).length, 0);
      assert.match(await hands.text(".submit"), /^(?:Nobody here can be added|Share with up to \d+, \d+ will not)$/);
      if (foreseen.some(({ code }) => code === "indeterminate")) {
        const { body } = await send(hands);
        assert.equal(body.successful, 0);
      }
      assert.deepEqual(rolesOf(await entries(person)), before);
    });

    test("a key that is no longer good is told in words, and nobody is lost", async () => {
      await signIn(hands, at);
      await hands.inPage(() => {
        stage.dialog.headers = { authorization: "Bearer revoked" };
        stage.dialog.paste("wei.zhang@northwind.example");
      });
      const count = (await hands.chips()).length;
      const { failure } = await send(hands);
      assert.equal(failure.status, 401);
      assert.match(await hands.text(".notice"), /^You are signed out\./);
      assert.equal((await hands.chips()).length, count);
    });

    test("who may not share is told so", async () => {
      const list = await people();
      const refused = list.findIndex(({ role, about }) => role === "viewer" && /may not share/.test(about));
      await signIn(hands, refused);
      assert.equal(await hands.text(".notice"), "Your role on this document does not allow sharing.");
      assert.equal(await hands.inPage(() => $(".submit").getAttribute("aria-disabled")), "true");
    });

    test("the whole page is accessible, in light and dark", async () => {
      await signIn(hands, at);
      await hands.inPage(() => stage.dialog.paste("wei.zhang@northwind.example, noor.aziz@northwind.example"));
      await send(hands);
      for (const scheme of ["light", "dark"]) {
        await page.execute((scheme) => void (document.documentElement.style.colorScheme = scheme), scheme);
        const { violations, passed } = await look(page);
        assert.deepEqual(violations, []);
        assert.ok(passed > 20);
      }
    });

    test("the page keeps the service's policy", async () => {
      assert.deepEqual(await page.execute("return stage.violations"), []);
      const { headers } = await fetch(`${url}/`);
      assert.match(headers.get("content-security-policy"), /script-src 'self' 'wasm-unsafe-eval'(?:;|$)/);
      assert.doesNotMatch(headers.get("content-security-policy"), /unsafe-inline|'unsafe-eval'/);
    });
  });
}
