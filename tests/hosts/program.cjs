// As program.mjs, in CommonJS.
(async () => {
  const { measureStart } = await import("./clock.mjs");
  const sharePolicy = require("share-policy");
  const start = measureStart(sharePolicy);
  const { answerAll } = await import("../matrix/answer.mjs");
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const input = JSON.parse(Buffer.concat(chunks).toString());
  process.stdout.write(JSON.stringify({ start, ...(await answerAll(sharePolicy, input)) }));
})();
