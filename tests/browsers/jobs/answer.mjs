// The matrix: the corpus and the generated cases, in a form that is compared with the other hosts.
import { answerAll } from "/tests/matrix/answer.mjs";

export const run = async (api) => answerAll(api, await (await fetch("/input.json")).json());
