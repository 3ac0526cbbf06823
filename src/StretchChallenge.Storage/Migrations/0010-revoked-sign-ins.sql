-- Sign-ins that were ended before their cookies expire.
CREATE TABLE revoked_sign_ins (
    id text NOT NULL PRIMARY KEY,
    revoked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX revoked_sign_ins_by_time ON revoked_sign_ins (revoked_at);
