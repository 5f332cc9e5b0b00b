import { answerPost } from "./answer-post.mjs";

addEventListener("fetch", (event) => event.respondWith(answerPost(event.request)));
