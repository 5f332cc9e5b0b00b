// Faults of shape: changes at a random place of a value that was well-formed.

const STRANGERS = [
  "shouldSendNotification", "notify", "recipient", "userId", "user-id", "usr_id", "e_mail", "emails", "Role", "roles",
  "botid", "a/b", "m~n", "", " ", "~1", "ключ", "👍", "\u0000", "\u2028", '"', "\\", "constructor", "toString",
  "hasOwnProperty", "allow_domains", "entriesComplete", "sharing", "max_Role", "VERSION", "x".repeat(70), "e\u0301mail",
  "0",
];
const OTHERS = [
  null, true, false, 0, 1, -1, 1.5, 1e-7, 101, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, -(2 ** 53), "", "x", "null", "true",
  "1", "viewer", "owner", "Viewer", "viewer ", "active", "\u0000", "👍", "usr_", "doc_01h455vb4pex5vsknk084sn02q", [],
  {}, [null], [[]], [{}], { "": 0 }, ["viewer"], { role: "viewer" },
];

/** Every place in the value: what holds it, and its name or index there. */
const places = (root) => {
  const found = [{ holder: { root }, key: "root" }];
  for (const { holder, key } of found) {
    const value = holder[key];
    if (typeof value !== "object" || value === null) continue;
    for (const name of Object.keys(value)) found.push({ holder: value, key: name });
  }
  return found;
};

const remove = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};

/** Only ASCII: the case of other letters is another one in each version of Unicode. */
const upper = (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

/** As people and programs misspell names. */
const misspelt = (random, name) => {
  const at = random.below(name.length + 1);
  const [first, ...others] = name.split("_");
  const camel = [first, ...others.map((word) => upper(word.slice(0, 1)) + word.slice(1))];
  return random.pick([
    camel.join(""), upper(name), name.replaceAll("_", "-"), name.replaceAll("_", ""), `${name}s`, `_${name}`,
    name.slice(0, at) + name.slice(at + 1), `${name.slice(0, at)}x${name.slice(at)}`,
    `${name.slice(0, at)}xyz${name.slice(at)}`, name.slice(0, at) + name.slice(at + 2), name.slice(0, at), `${name}é`,
    `${name}\u0000`,
  ]);
};

const rename = (random, { holder, key }) => {
  if (Array.isArray(holder)) return remove({ holder, key });
  const value = holder[key];
  delete holder[key];
  holder[misspelt(random, key).toWellFormed()] = value;
};

const other = (random) => structuredClone(random.pick(OTHERS));

const addStranger = (random, { holder, key }) => {
  const value = typeof holder[key] === "object" && holder[key] !== null ? holder[key] : holder;
  if (Array.isArray(value)) value.push(other(random));
  else value[random.pick(STRANGERS)] = other(random);
};

const retype = (random, { holder, key }) => {
  holder[key] = other(random);
};

const nullify = (_random, { holder, key }) => {
  holder[key] = null;
};

/** Off by a character, by case, by white space. */
const twisted = (random, text) => {
  const at = random.below(text.length + 1);
  const letter = random.pick(["8", "i", "l", "o", "u", "A", "_", " ", "é", "\u0000", "z", "0", "7"]);
  return random.pick([
    text.slice(0, at) + letter + text.slice(at + 1), text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at), upper(text), ` ${text}`, `${text}\n`, text.slice(4),
    `${letter}${text.slice(1)}`, `${text.slice(0, 4)}8${text.slice(5)}`, `bot_${text.slice(4)}`, `usr_${text.slice(4)}`,
    `${text}0`,
  ]);
};

const twist = (random, place) => {
  const value = place.holder[place.key];
  if (typeof value !== "string") return retype(random, place);
  place.holder[place.key] = twisted(random, value).toWellFormed();
};

/** None, one too many, or many more; of a list that is long already, nothing. */
const resize = (random, { holder, key }) => {
  const list = [holder[key], holder].find(Array.isArray);
  if (list === undefined || list.length === 0 || list.length > 12) return retype(random, { holder, key });
  const length = random.weighted([[3, 0], [2, list.length + 1], [2, 100], [2, 101], [1, 120]]);
  const copies = Array.from({ length }, (_, index) => structuredClone(list[index % list.length]));
  list.splice(0, list.length, ...copies);
};

const CHANGES = [
  [4, (_random, place) => remove(place)], [4, rename], [4, addStranger], [5, retype], [3, nullify], [6, twist],
  [1, resize],
];

/** Changes the value in some places. @returns what became of it. */
export const misshape = (random, value, changes) => {
  const holder = { root: structuredClone(value) };
  for (let change = 0; change < changes; change += 1) {
    const [, ...inside] = places(holder.root);
    const place = inside.length === 0 || random.percent(2) ? { holder, key: "root" } : random.pick(inside);
    random.weighted(CHANGES)(random, place);
    if (holder.root === undefined) holder.root = null;
  }
  return holder.root;
};

/** Several identifiers in one row, or none. */
export const misidentify = (random, request) => {
  const ids = { user_id: `usr_${"1".repeat(26)}`, email: "a@example.com", bot_id: `bot_${"1".repeat(26)}` };
  const one = random.pick(request.recipients);
  for (const name of Object.keys(ids)) one[name] = random.pick([ids[name], null, one[name]]);
  return request;
};

const FAULTS = [{ role: "owner" }, { role: 1, x: 0 }, { user_id: "usr_", bot_id: 7, email: [] }];

/** More errors than are listed: every row has some. */
export const manyErrors = (random, request) => ({
  ...request,
  recipients: request.recipients.map((row) => ({ ...row, ...random.pick(FAULTS) })),
});

/** One row more than may be, or some. */
export const tooMany = (random, request) => {
  const { recipients } = request;
  const length = random.pick([101, 101, 102, 120]);
  return { ...request, recipients: Array.from({ length }, (_, index) => recipients[index % recipients.length]) };
};

/** A message of about as many code points as may be, and of more code units. */
export const longMessage = (random, request) => {
  const characters = random.pick([["é"], ["👍", "a"], ["👩\u200d👩\u200d👧\u200d👦"], ["e\u0301"], ["a"]]);
  const points = [...characters.join("").repeat(1000)].slice(0, random.between(998, 1002));
  return { ...request, custom_message: points.join("") };
};
