import { answerPost } from "./answer-post.mjs";

export default { fetch: answerPost };
