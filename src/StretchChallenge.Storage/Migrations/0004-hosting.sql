CREATE TABLE idempotency_keys (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    method text NOT NULL,
    path text NOT NULL,
    key text NOT NULL,
    body_hash text NOT NULL,
    reserved_at timestamptz NOT NULL,
    status_code integer,
    content_type text,
    body bytea,
    PRIMARY KEY (user_id, method, path, key)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (reserved_at);

CREATE TABLE data_protection_keys (
    id text NOT NULL PRIMARY KEY,
    friendly_name text NOT NULL,
    element text NOT NULL
);
