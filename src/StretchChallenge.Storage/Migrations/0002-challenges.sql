CREATE TABLE challenges (
    id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    code text NOT NULL UNIQUE,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    zone_id text NOT NULL,
    work_days text NOT NULL,
    team_threshold integer NOT NULL CHECK (team_threshold BETWEEN 1 AND 100),
    organisers_make_teams boolean NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE challenge_holidays (
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    local_date date NOT NULL,
    PRIMARY KEY (challenge_id, local_date)
);

CREATE TABLE teams (
    id text NOT NULL PRIMARY KEY,
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    name text NOT NULL,
    normalized_name text NOT NULL,
    UNIQUE (challenge_id, normalized_name)
);

CREATE TABLE enrolments (
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('Participant', 'Captain', 'Organiser')),
    joined_on date NOT NULL,
    PRIMARY KEY (challenge_id, user_id)
);

CREATE INDEX enrolments_by_person ON enrolments (user_id);

CREATE TABLE absences (
    challenge_id text NOT NULL,
    user_id text NOT NULL,
    position integer NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    PRIMARY KEY (challenge_id, user_id, position),
    FOREIGN KEY (challenge_id, user_id) REFERENCES enrolments ON DELETE CASCADE
);

CREATE INDEX absences_by_person ON absences (user_id);

CREATE TABLE memberships (
    challenge_id text NOT NULL,
    user_id text NOT NULL,
    position integer NOT NULL,
    team_id text NOT NULL REFERENCES teams ON DELETE CASCADE,
    from_date date NOT NULL,
    to_date date,
    PRIMARY KEY (challenge_id, user_id, position),
    FOREIGN KEY (challenge_id, user_id) REFERENCES enrolments ON DELETE CASCADE
);

CREATE INDEX memberships_by_person ON memberships (user_id);
CREATE INDEX memberships_by_team ON memberships (team_id);
