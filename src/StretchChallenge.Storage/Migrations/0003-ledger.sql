-- The primary key refuses a double count, whoever asks.
CREATE TABLE credits (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    local_date date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('Guided', 'Live', 'SelfReported')),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, local_date)
);

CREATE TABLE completions (
    run_id text NOT NULL PRIMARY KEY,
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    local_date date NOT NULL,
    routine_id text NOT NULL,
    variant text,
    seconds integer NOT NULL,
    session_id text,
    completed_at timestamptz NOT NULL
);

CREATE INDEX completions_by_person ON completions (user_id, local_date);

CREATE TABLE commands (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    command_id text NOT NULL,
    fingerprint text NOT NULL,
    answer text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, command_id)
);
