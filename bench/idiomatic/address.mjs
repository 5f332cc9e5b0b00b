// E-mail addresses: most are plain ASCII and take one regular expression; the others are looked into.
import { domainToASCII } from "./idna.mjs";

const ATEXT = "[A-Za-z0-9!#$%&'*+\\-/=?^_`{|}~]+";
const LABEL = "(?!..--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const PLAIN = new RegExp(`^${ATEXT}(?:\\.${ATEXT})*@(?:${LABEL}\\.)+[A-Za-z]{2,63}$`);
const LOCAL_CHARACTERS = new RegExp(`^(?:${ATEXT}|\\.)+$`);

const encoder = new TextEncoder();

const MAX_TYPED_BYTES = 2048;
const MAX_LOCAL = 64;
const MAX_LABEL = 63;
const MAX_ADDRESS = 254;

/** @returns `{ typed, key, domain }`, or `{ fault }`: the contract's name for what is wrong. */
export const parseAddress = (typed) => {
  if (PLAIN.test(typed)) {
    const at = typed.indexOf("@");
    if (at <= MAX_LOCAL && typed.length <= MAX_ADDRESS) {
      const key = typed.toLowerCase();
      return { typed, key, domain: key.slice(at + 1) };
    }
  }
  return parseUnusual(typed.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, ""));
};

const parseUnusual = (text) => {
  const at = text.indexOf("@");
  const local = text.slice(0, at);
  const typedDomain = text.slice(at + 1);
  const fault = faultOfText(text, at, local, typedDomain) ?? faultOfLocal(local) ?? faultOfDomain(typedDomain);
  if (fault !== undefined) return { fault };
  const domain = toALabels(typedDomain);
  if (domain === undefined) return { fault: "domain_invalid" };
  const tooLong = domain.split(".").some((label) => label.length > MAX_LABEL) || at + 1 + domain.length > MAX_ADDRESS;
  if (tooLong) return { fault: "domain_too_long" };
  return { typed: text, key: `${local.toLowerCase()}@${domain}`, domain };
};

const faultOfText = (text, at, local, domain) => {
  if (text === "") return "empty";
  if (encoder.encode(text).length > MAX_TYPED_BYTES) return "too_long";
  if (/[\0-\x1f\x7f-\x9f]/.test(text)) return "control_character";
  if (at === -1) return "missing_at";
  if (domain.includes("@")) return "multiple_at";
  if (local.includes('"') && !local.includes("<")) return "quoted_local";
  if (/[<>]/.test(text)) return "display_name";
  if (/[()]/.test(text)) return "comment";
  if (domain.startsWith("[")) return "ip_literal";
  return undefined;
};

const faultOfLocal = (local) => {
  if (local === "") return "local_empty";
  if (/[^\0-\x7f]/.test(local)) return "local_non_ascii";
  if (!LOCAL_CHARACTERS.test(local)) return "local_character";
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return "local_dot";
  if (local.length > MAX_LOCAL) return "local_too_long";
  return undefined;
};

const faultOfDomain = (domain) => {
  if (domain === "") return "domain_empty";
  if (/[.\u3002\uff0e\uff61]$/.test(domain)) return "domain_trailing_dot";
  const labels = domain.normalize("NFKC").toLowerCase().split(/[.\u3002]/);
  if (labels.length < 2) return "domain_dotless";
  if (/^(?!xn--)(?![a-z]{2,}$)[\0-\x7f]*$/.test(labels.at(-1))) return "domain_tld";
  if (/(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u.test(domain)) return "domain_invisible_character";
  return undefined;
};

/** Lower-case A-labels, or undefined for what is no domain. */
const toALabels = (domain) => {
  const ascii = /^[\0-\x7f]*$/.test(domain);
  // What is left of ASCII must be letters, digits and hyphens: domainToASCII decodes a % otherwise.
  if (/[^A-Za-z0-9.\-\u0080-\uffff]/.test(domain)) return undefined;
  const labels = ascii && !/(?:^|\.)..--/.test(domain) ? domain.toLowerCase() : domainToASCII(domain);
  return /^(?!-)[a-z0-9-]+(?<!-)(?:\.(?!-)[a-z0-9-]+(?<!-))+$/.test(labels) ? labels : undefined;
};

/** The domains and subdomains that a policy lists. */
export class Domains {
  #domains = new Set();
  #parents = new Set();

  constructor(patterns) {
    for (const pattern of patterns ?? []) {
      if (pattern.startsWith("*.")) this.#parents.add(toALabels(pattern.slice(2)));
      else this.#domains.add(toALabels(pattern));
    }
  }

  get isEmpty() {
    return this.#domains.size === 0 && this.#parents.size === 0;
  }

  has(domain) {
    if (this.#domains.has(domain)) return true;
    if (this.#parents.size === 0) return false;
    for (let dot = domain.indexOf("."); dot !== -1; dot = domain.indexOf(".", dot + 1)) {
      if (this.#parents.has(domain.slice(dot + 1))) return true;
    }
    return false;
  }
}
