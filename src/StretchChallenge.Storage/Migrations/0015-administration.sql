-- Nobody can sign in with a disabled account. Nothing of it is deleted.
ALTER TABLE accounts ADD COLUMN disabled boolean NOT NULL DEFAULT FALSE;

-- Administrators page through people and challenges, the newest first.
CREATE INDEX accounts_by_creation ON accounts (created_at, id) WHERE kind = 'Person';
CREATE INDEX challenges_by_start ON challenges (starts_on, id) WHERE is_demo = FALSE;

-- The link with which somebody sets a new password: at most one for each account. The secret itself is not stored.
CREATE TABLE password_resets (
    user_id text NOT NULL PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    secret_hash text NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
);

-- The sign-ins that hold, one for each browser. The cookie proves a sign-in; this is what its owner sees of it.
CREATE TABLE sign_ins (
    id text NOT NULL PRIMARY KEY,
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    browser text
);

CREATE INDEX sign_ins_by_person ON sign_ins (user_id);
CREATE INDEX sign_ins_by_use ON sign_ins (last_used_at);

-- What administrators set for the whole site, each a JSON object.
CREATE TABLE site_settings (
    name text NOT NULL PRIMARY KEY,
    value text NOT NULL
);
