// The caller's code runs in the middle of a call, or the host fails in the middle of one.
import { describe, fail, refusesWith, same, thrownBy } from "./attempt.mjs";
import { request, requestText, snapshot } from "./good.mjs";

/** A request whose reading runs the caller's code. */
const whileRead = (work) => ({
  ...request,
  get recipients() {
    work();
    return request.recipients;
  },
});

const overflow = () => {
  const again = () => 1 + again();
  try {
    again();
  } catch {
    // There is enough left again.
  }
};

const reentrant = async (attempt, api, good) => {
  const { evaluate, respond, AclSnapshot } = api;
  const right = JSON.stringify(evaluate(request, snapshot));
  const answersRight = (value, acl) => same(JSON.stringify(evaluate(value, acl)), right, "evaluate");
  await attempt("a getter that calls the good call", () => answersRight(whileRead(good), snapshot));
  await attempt("a getter that calls it deeply", () => {
    let depth = 0;
    const value = () => whileRead(() => ++depth < 50 && answersRight(value(), snapshot));
    answersRight(value(), snapshot);
  });
  await attempt("a getter that overflows the stack", () => answersRight(whileRead(overflow), snapshot));
  await attempt("a getter that calls respond without end", () => {
    // Deep down the getter fails, so that the request there is malformed; the one above it is not.
    const value = () => whileRead(() => respond(value(), snapshot));
    same(respond(value(), snapshot).status, 200, "respond");
  });
  await attempt("a getter that frees the snapshot in use", () => {
    const resident = new AclSnapshot(snapshot);
    refusesWith(api, "snapshot_freed", () => evaluate(whileRead(() => resident.free()), resident));
    refusesWith(api, "snapshot_freed", () => resident.respond(requestText));
  });
  await attempt("a getter that makes a thousand snapshots", () => {
    const make = () => Array.from({ length: 1000 }, () => new AclSnapshot(snapshot));
    answersRight(whileRead(() => make().forEach((one) => one.free())), snapshot);
  });
};

/** Runs while the module cannot take a snapshot's text: what it calls for that throws. */
const whileBroken = (work) => {
  const { set } = Uint8Array.prototype;
  const cause = new Error("boom");
  Uint8Array.prototype.set = () => {
    throw cause;
  };
  try {
    return work(cause);
  } finally {
    Uint8Array.prototype.set = set;
  }
};

/** Runs while the host has no room for another instance of a module. */
const whileFull = (work) => {
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function () {
    throw new RangeError("no room");
  };
  try {
    work();
  } finally {
    WebAssembly.Instance = Instance;
  }
};

const failing = async (attempt, api) => {
  const { evaluate, respond, AclSnapshot } = api;
  const lost = (resident) => {
    const uses = [() => resident.evaluate(request), () => respond(requestText, resident), () => resident.respond("")];
    for (const use of uses) refusesWith(api, "snapshot_lost", use);
  };
  await attempt("a host that fails in the middle of a call", () => {
    const resident = new AclSnapshot(snapshot);
    whileBroken((cause) => {
      const thrown = thrownBy(() => evaluate(request, snapshot));
      if (thrown.code !== "module_reset" || thrown.cause !== cause) fail(`throws ${describe(thrown)}`);
    });
    lost(resident);
    resident.free();
    refusesWith(api, "snapshot_freed", () => resident.evaluate(request));
  });
  await attempt("a host that fails in the middle of a hundred calls", () => {
    const residents = [];
    for (let time = 0; time < 100; time += 1) {
      residents.push(new AclSnapshot(snapshot));
      whileBroken(() => refusesWith(api, "module_reset", () => evaluate(request, snapshot)));
    }
    residents.forEach(lost);
    residents.forEach((resident) => resident.free());
  });
  await attempt("a host in which the module cannot be made anew at once", () => {
    const resident = new AclSnapshot(snapshot);
    whileFull(() => {
      whileBroken(() => refusesWith(api, "module_reset", () => evaluate(request, snapshot)));
      refusesWith(api, "module_reset", () => evaluate(request, snapshot));
      refusesWith(api, "module_reset", () => resident.evaluate(request));
    });
    same(evaluate(request, snapshot).ok, true, "evaluate, when there is room again");
    lost(resident);
  });
  await attempt("a getter in which the module is reset", () => {
    const resident = new AclSnapshot(snapshot);
    const resets = () => whileBroken(() => refusesWith(api, "module_reset", () => evaluate(request, snapshot)));
    refusesWith(api, "snapshot_lost", () => evaluate(whileRead(resets), resident));
    same(evaluate(whileRead(resets), snapshot).ok, true, "evaluate without a resident snapshot");
  });
};

export const attemptInterruptions = async (attempt, api, good) => {
  await reentrant(attempt, api, good);
  await failing(attempt, api);
};
