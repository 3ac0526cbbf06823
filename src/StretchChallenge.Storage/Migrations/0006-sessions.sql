-- Where a session stands is computed from its events; the phase is here for those who look for sessions, not at one.
CREATE TABLE sessions (
    id text NOT NULL PRIMARY KEY,
    code text NOT NULL UNIQUE,
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    routine_id text NOT NULL,
    steps text NOT NULL,
    host_id text REFERENCES accounts ON DELETE SET NULL,
    opens_at timestamptz NOT NULL,
    starts_at timestamptz,
    phase text NOT NULL CHECK (phase IN ('Lobby', 'Running', 'Paused', 'Finished', 'Cancelled')),
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    settled_at timestamptz
);

CREATE INDEX sessions_by_challenge ON sessions (challenge_id, opens_at);
CREATE INDEX sessions_unsettled ON sessions (opens_at) WHERE settled_at IS NULL;

-- The primary key refuses a second writer, should two activations ever exist.
CREATE TABLE session_events (
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    seq integer NOT NULL,
    command text NOT NULL CHECK (command IN ('Start', 'Pause', 'Resume', 'Skip', 'End')),
    at timestamptz NOT NULL,
    PRIMARY KEY (session_id, seq)
);

-- A guest has no account, and comes back by a secret of which only the hash is here.
CREATE TABLE session_participants (
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    id text NOT NULL,
    user_id text REFERENCES accounts ON DELETE CASCADE,
    seat_hash text,
    name text NOT NULL,
    is_co_host boolean NOT NULL,
    joined_at timestamptz NOT NULL,
    removed_at timestamptz,
    PRIMARY KEY (session_id, id),
    UNIQUE (session_id, user_id),
    UNIQUE (session_id, seat_hash)
);

CREATE INDEX session_participants_by_person ON session_participants (user_id);

CREATE TABLE session_presences (
    session_id text NOT NULL,
    participant_id text NOT NULL,
    from_at timestamptz NOT NULL,
    to_at timestamptz,
    PRIMARY KEY (session_id, participant_id, from_at),
    FOREIGN KEY (session_id, participant_id) REFERENCES session_participants ON DELETE CASCADE
);

-- Secrets of addresses: only their hashes are here.
CREATE TABLE walls (
    token_hash text NOT NULL PRIMARY KEY,
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    created_at timestamptz NOT NULL
);

CREATE INDEX walls_by_challenge ON walls (challenge_id);

CREATE TABLE calendar_feeds (
    user_id text NOT NULL PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    secret_hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);
