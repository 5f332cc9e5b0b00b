// Labels of domains: of one script, with something odd among them, encoded, or encoded wrongly.
import { SCRIPTS, any, from } from "./characters.mjs";
import { punycode } from "./punycode.mjs";

const ODD_GROUPS = [
  "upper", "folding", "fullwidth", "compatibility", "ignorable", "ignorable", "dotLike", "joiners", "viramas",
  "transparent", "combining", "rightToLeft", "digits", "neutral", "context", "exceptions", "symbols", "emoji",
  "recent", "recent", "private", "nonCharacters", "unassigned", "jamo", "capital", "spaces",
];

const TURNING = ["rightToLeft", "digits", "transparent", "plain", "neutral"];
const JOINING = ["joiners", "viramas", "transparent", "arabic", "devanagari", "syriac", "mongolian", "bengali"];

const KNOWN = [
  "straße", "STRASSE", "faß", "ΣΊΣΥΦΟΣ", "σίσυφος", "ﬀ", "ﬁn", "İ", "ı", "ẞ", "\u212aelvin", "Å", "ǆ", "ŉ", "ΐ", "և",
  "\u212b",
  "l·l", "a·l", "l·", "·", "͵α", "͵a", "\u05d0\u05f3", "\u05f3\u05d0", "\u05d2\u05f4\u05d2", "・ア", "a・b", "・",
  "\u0660\u0661", "\u06f0\u06f1", "\u0660\u06f0", "\u05d0\u0660", "a\u0660", "\u0660a", "1\u05d0", "\u05d01",
  "\u0915\u094d\u200d\u0937", "\u0915\u094d\u200c\u0937", "\u0915\u200d", "\u200d", "a\u200db",
  "\u0628\u06cc\u200c\u0628\u06cc", "\u0627\u200c\u0628", "\u200c\u0628", "\u05e0\u05b8", "\u05b0\u05d0", "\u0301a",
  "a\u0301", "e\u0301", "é", "\u0344", "ộ", "ạ\u0302", "한국", "가", "각", "\u1100", "ㄱ", "\uffa1", "テスト", "ﾃｽﾄ",
  "が", "か\u3099", "日本語", "中国", "中國", "㎏", "㍿", "⑳", "Ⅷ", "½", "рф", "РФ", "раураl", "қаз", "ＡＢＣ",
  "１２", "ａ－ｂ", "a\u00adb", "a\u200bb", "a\u2060b", "☃", "♥", "👍", "1\ufe0f\u20e3", "🇨🇭", "ab--cd", "abc--d",
  "-a", "a-", "--", "-", "", "_dmarc", "a_b", "a b", "a+b", "a*b", "*", "%41", "1", "007", "0x7f", "ü-", "-ü",
  "ｘｎ－－a", "XN--FA-HIA", "xn--strae-oqa", "xn--bcher-kva", "xn--BCHER-kva", "xn--n3h", "xn--ls8h", "xn--fiqs8s",
  "xn--p1ai", "xn--", "xn---", "xn--a", "xn--a-", "xn--abc-", "xn--a-a", "xn--99999999999", "xn--0", "xn--zca",
  "xn--3xa", "xn--1ch", "xn--ü", "xn--xn--a-", "xn--a-ecp", "xn--80ak6aa92e", "xn--iñvalid", "xn---epa", "xn--u-ccb",
  "xn--zzzzzzzzzzzzzzzzz", "xn--9999999999b",
];

const plain = (random, most = 12) => random.text(1, most, () => from(random, "plain"));

const ofOneScript = (random) => {
  const script = random.pick(SCRIPTS);
  return random.text(1, 6, () => from(random, script));
};

const insert = (random, text, what) => {
  const characters = [...text];
  characters.splice(random.below(characters.length + 1), 0, what);
  return characters.join("");
};

const withOddity = (random) => {
  const text = random.percent(30) ? plain(random, 5) : ofOneScript(random);
  return insert(random, text, from(random, random.pick(ODD_GROUPS)));
};
const anything = (random) => random.text(1, 5, () => any(random));
const turning = (random) => random.text(1, 5, () => from(random, random.pick(TURNING)));
const joined = (random) => random.text(2, 5, () => from(random, random.pick(JOINING)));
const known = (random) => random.pick(KNOWN);

const DECODED = [[3, ofOneScript], [4, withOddity], [2, anything], [2, known], [1, turning], [1, joined]];
const encoded = (random) => {
  const label = punycode(random.weighted(DECODED)(random));
  return random.percent(85) ? `xn--${label}` : `${random.pick(["XN--", "Xn--", "xN--", "xn-", "xn---"])}${label}`;
};

/** What looks encoded: it decodes to something somewhere, or to nothing. */
const fake = (random) => `xn--${plain(random, 9)}`;

/** About as long as a label may be, as typed or when it is encoded. */
const long = (random) => {
  const length = random.between(55, 66);
  if (random.percent(50)) return "a".repeat(length);
  return insert(random, "b".repeat(length - 8), from(random, random.pick(SCRIPTS)));
};

const KINDS = [
  [5, plain], [6, ofOneScript], [8, withOddity], [3, anything], [3, turning], [3, joined], [5, encoded], [2, fake],
  [5, known], [1, long],
];

export const label = (random) => random.weighted(KINDS)(random);
