// The host workerd (Cloudflare Workers), with D1 as the database.
import * as sharePolicy from "share-policy";
import { d1 } from "./d1.js";
import { makeApp } from "./src/app.js";

let app;

const appOf = ({ DB, ASSETS, DEMO }) =>
  makeApp({ sharePolicy, database: d1(DB), assets: ASSETS && ((request) => ASSETS.fetch(request)), demo: DEMO });

export default {
  fetch: (request, env, context) => (app ??= appOf(env)).fetch(request, env, context),
};
