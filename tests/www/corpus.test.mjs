// The whole conformance corpus, in the dialog.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { inEngines } from "./stand.mjs";

const corpus = new URL("../conformance/", import.meta.url);
const topics = readdirSync(corpus).filter((name) => name.endsWith(".json"));

const tryInPage = (topic, done) =>
  stage.tryTopic(topic).then(done, (error) => done({ faults: [`${error}\n${error.stack}`] }));

inEngines("corpus", (check) => {
  check("each case is pasted, decided on and answered, and every refusal is told in words", {}, async ({ page }, t) => {
    let tried = 0;
    for (const name of topics) {
      const told = await page.executeAsync(tryInPage, readFileSync(new URL(name, corpus), "utf8"));
      assert.deepEqual(told.faults, [], name);
      tried += told.tried;
    }
    assert.ok(tried > 900, `${tried} cases`);
    t.diagnostic(`${tried} cases`);
  });
});
