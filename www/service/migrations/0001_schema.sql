-- Accounts, documents and who has access to them.
--
-- One rule for every program that writes here: whoever changes a document's entries, state, policy or limits
-- adds 1 to its revision in the same transaction. A decision that was made on an older revision is then not applied.

CREATE TABLE organizations (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT REFERENCES organizations (id),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'deleted')),
  display_name TEXT
);
CREATE INDEX users_of_organization ON users (org_id, id);

-- `key` is the identity of the address, `email` of what share-policy's normalize() answers; `spelling` is the owner's.
-- Only addresses that the account has proven to own are `verified`, and only those are ever read.
CREATE TABLE addresses (
  key TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  spelling TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  verified INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (key, user_id)
);
CREATE INDEX addresses_of_user ON addresses (user_id, position);

CREATE TABLE bots (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT REFERENCES organizations (id),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'deleted')),
  display_name TEXT
);
CREATE INDEX bots_of_organization ON bots (org_id, id);

-- Of a key only its SHA-256 is kept, in lower-case hexadecimal.
CREATE TABLE api_keys (
  hash TEXT NOT NULL PRIMARY KEY,
  user_id TEXT REFERENCES users (id),
  bot_id TEXT REFERENCES bots (id),
  revoked INTEGER NOT NULL DEFAULT 0,
  CHECK ((user_id IS NULL) <> (bot_id IS NULL))
);

-- `revision` is NOT NULL on purpose: to compare it is to set it to null when it is another (src/apply.js).
CREATE TABLE documents (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  owner_id TEXT NOT NULL REFERENCES users (id),
  org_id TEXT REFERENCES organizations (id),
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'locked', 'trashed')),
  policy TEXT CHECK (policy IS NULL OR json_valid(policy)),
  revision INTEGER NOT NULL DEFAULT 1
);

-- `principal` is the user's id, the bot's id, or the key of an address that has no account yet (a placeholder).
-- `external` is what the engine said when it granted: limits on guests count it.
CREATE TABLE entries (
  document_id TEXT NOT NULL REFERENCES documents (id),
  principal TEXT NOT NULL,
  user_id TEXT REFERENCES users (id),
  bot_id TEXT REFERENCES bots (id),
  address TEXT,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'commenter', 'collaborator', 'admin')),
  can_share INTEGER NOT NULL DEFAULT 1,
  external INTEGER,
  granted_by TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (document_id, principal),
  CHECK ((user_id IS NOT NULL) + (bot_id IS NOT NULL) + (address IS NOT NULL) = 1)
);
CREATE INDEX entries_in_order ON entries (document_id, revision, principal);

CREATE TABLE limits (
  document_id TEXT NOT NULL REFERENCES documents (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  max INTEGER NOT NULL CHECK (max >= 0),
  applies_to TEXT NOT NULL CHECK (applies_to IN ('all', 'external', 'invite', 'bot')),
  PRIMARY KEY (document_id, position)
);

-- Who is to be told what. Whatever sends them sets `sent_at`.
CREATE TABLE outbox (
  document_id TEXT NOT NULL REFERENCES documents (id),
  revision INTEGER NOT NULL,
  principal TEXT NOT NULL,
  address TEXT,
  role TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('grant', 'invite')),
  sender TEXT NOT NULL,
  message TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  PRIMARY KEY (document_id, revision, principal)
);
CREATE INDEX outbox_unsent ON outbox (created_at) WHERE sent_at IS NULL;

-- What was answered to a request with an Idempotency-Key, kept in the transaction that did what it says.
CREATE TABLE idempotency (
  caller TEXT NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents (id),
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (caller, document_id, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);
