// All in one process, so that the corpus runs once.
import "./answers.mjs";
import "./dialects.mjs";
import "./openapi.mjs";
import "./requests.mjs";
import "./snapshots.mjs";
