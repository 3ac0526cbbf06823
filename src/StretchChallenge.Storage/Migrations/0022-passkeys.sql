-- Passkeys (WebAuthn credentials), by which people sign in without a password.
CREATE TABLE passkeys (
    id text NOT NULL PRIMARY KEY,
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    credential_id text NOT NULL UNIQUE,
    name text NOT NULL,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    is_backup_eligible boolean NOT NULL,
    is_backed_up boolean NOT NULL,
    transports text NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
);

CREATE INDEX passkeys_by_person ON passkeys (user_id);

-- The challenges that were answered, so that none is answered twice.
CREATE TABLE used_challenges (
    id text NOT NULL PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

CREATE INDEX used_challenges_by_expiry ON used_challenges (expires_at);
