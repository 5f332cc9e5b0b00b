// All tests of the service, on the host that SERVICE_HOST names: node (default) or workerd.
import "./endpoint.mjs";
import "./rules.mjs";
import "./reading.mjs";
import "./sample.mjs";
import "./http.mjs";
import "./disclosure.mjs";
import "./idempotency.mjs";
import "./hostile.mjs";
import "./conflict.mjs";
import "./facts.mjs";
