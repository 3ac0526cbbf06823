-- Dates are local dates, instants are UTC. SQLite keeps both as ISO text, which sorts as they do.
CREATE TABLE accounts (
    id text NOT NULL PRIMARY KEY,
    email text,
    normalized_email text UNIQUE,
    display_name text NOT NULL,
    zone_id text NOT NULL,
    show_name boolean NOT NULL,
    password_hash text,
    security_stamp text NOT NULL,
    concurrency_stamp text NOT NULL,
    lockout_end timestamptz,
    access_failed_count integer NOT NULL,
    is_site_administrator boolean NOT NULL,
    kind text NOT NULL CHECK (kind IN ('Person', 'Demo', 'Guest')),
    created_at timestamptz NOT NULL
);

-- At most one row: whoever inserts it is the first person. It outlives that account.
CREATE TABLE first_person (
    singleton integer NOT NULL PRIMARY KEY CHECK (singleton = 1),
    account_id text NOT NULL
);

CREATE TABLE zone_changes (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    position integer NOT NULL,
    effective_at timestamptz NOT NULL,
    zone_id text NOT NULL,
    neutralises boolean NOT NULL,
    PRIMARY KEY (user_id, position)
);

CREATE TABLE work_patterns (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    position integer NOT NULL,
    from_date date NOT NULL,
    work_days text NOT NULL,
    PRIMARY KEY (user_id, position)
);

CREATE TABLE time_off (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    id text NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    entered_on date NOT NULL,
    PRIMARY KEY (user_id, id)
);
