// Whoever can be named: an account, a bot, or an address that no account, or more than one, owns. All have one shape.

/** A condition is one of these; the last is for what the snapshot does not tell. */
export const [NO, YES, UNKNOWN] = [0, 1, 2];

/** What kind of identifier a row sends. */
export const [USER, EMAIL, BOT] = [0, 1, 2];

/** Why a row fails: places in the list of sentences. */
export const REASON = {
  NONE: 0,
  DUPLICATE: 1,
  IS_CALLER: 2,
  IS_OWNER: 3,
  ABOVE_CEILING: 4,
  USER_NOT_ALLOWED: 5,
  EMAIL_NOT_ALLOWED: 6,
  BOT_NOT_ALLOWED: 7,
  NO_EXTERNAL_SHARING: 8,
  DOMAIN_REFUSED: 9,
  ROLE_REFUSED: 10,
  NOT_FOUND: 11,
  AMBIGUOUS: 12,
  INACTIVE: 13,
  BLOCKED: 14,
  HAS_ACCESS: 15,
  LIMIT_REACHED: 16,
  INDETERMINATE: 17,
};

export class Principal {
  // What a request asks for stands together: at 100,000 accounts the time goes into fetching memory.

  /** The last batch in which a row for it succeeded. */
  batch = 0;
  /** IS_CALLER or IS_OWNER. */
  part = REASON.NONE;
  /** Why a row fails whatever role it asks for, before and after the rules about the role. */
  early = REASON.NONE;
  late = REASON.NONE;
  isUnsettled = false;
  external = UNKNOWN;
  invited = NO;
  /** USER or BOT for an account, EMAIL for an address. */
  kind;

  // What that is found from, by `Policy`.

  /** What the addresses' domains are, as bits. */
  domains = 0;
  isActive = true;
  isBlocked = false;
  /** Known by the directory, an entry, or as caller or owner. */
  isNamed = true;
  /** UNKNOWN when the organisation is. */
  ofOtherOrganization = UNKNOWN;
  hasAccount = YES;
  /** The role that an entry gives, or -1. */
  rank = -1;
  /** Of an address that several accounts own. */
  owners = undefined;

  constructor(kind) {
    this.kind = kind;
  }
}
