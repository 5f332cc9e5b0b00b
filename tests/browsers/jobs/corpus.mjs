// The conformance corpus.
import { runCorpus } from "/tests/package/run-corpus.mjs";

export const run = async (api) => runCorpus(api, await (await fetch("/corpus.json")).json());
