-- Breaks that recur. The planned sessions of the next days are made from them; a schedule that was ended stays until its
-- challenge is deleted, so that whoever reads it can still take back what was planned.
CREATE TABLE session_schedules (
    id text NOT NULL PRIMARY KEY,
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    planner_id text REFERENCES accounts ON DELETE SET NULL,
    team_id text REFERENCES teams ON DELETE SET NULL,
    routine_id text NOT NULL,
    local_time text NOT NULL,
    weekdays text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at timestamptz
);

CREATE INDEX session_schedules_by_challenge ON session_schedules (challenge_id);
CREATE INDEX session_schedules_by_planner ON session_schedules (planner_id);
CREATE INDEX session_schedules_by_team ON session_schedules (team_id);
CREATE INDEX challenges_by_end ON challenges (ends_on);

CREATE TABLE schedule_hosts (
    schedule_id text NOT NULL REFERENCES session_schedules ON DELETE CASCADE,
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    position integer NOT NULL,
    PRIMARY KEY (schedule_id, user_id)
);

CREATE INDEX schedule_hosts_by_person ON schedule_hosts (user_id);

-- Which break of which schedule a session is, and the revision and the start that it was planned from: what somebody changed of
-- this one break stays until the schedule changes. Without a date the schedule has given it up. One index refuses a second
-- session for a date, whoever plans it.
ALTER TABLE sessions ADD COLUMN schedule_id text REFERENCES session_schedules ON DELETE SET NULL;
ALTER TABLE sessions ADD COLUMN schedule_date date;
ALTER TABLE sessions ADD COLUMN schedule_revision integer;
ALTER TABLE sessions ADD COLUMN scheduled_for timestamptz;
ALTER TABLE sessions ADD COLUMN team_id text REFERENCES teams ON DELETE SET NULL;

CREATE UNIQUE INDEX sessions_by_schedule ON sessions (schedule_id, schedule_date);
CREATE INDEX sessions_by_team ON sessions (team_id);

-- Whether somebody wants nudges from their team; without a row they have not been asked yet, and get none.
CREATE TABLE nudge_choices (
    user_id text NOT NULL PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    accepts boolean NOT NULL
);

-- One nudge of a sender for a receiver and day, whether or not it is shown: what is stored tells nothing about the receiver.
CREATE TABLE nudges (
    receiver_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    local_date date NOT NULL,
    sender_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    team_id text NOT NULL REFERENCES teams ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('Nudge', 'Cheer')),
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (receiver_id, local_date, sender_id)
);

CREATE INDEX nudges_by_sender ON nudges (sender_id, team_id, local_date);
CREATE INDEX nudges_by_team ON nudges (team_id);
CREATE INDEX nudges_by_time ON nudges (sent_at);
CREATE INDEX nudges_by_day ON nudges (local_date);

-- Reactions to milestones of team mates. The milestones themselves follow from the ledger.
CREATE TABLE moment_reactions (
    team_id text NOT NULL REFERENCES teams ON DELETE CASCADE,
    person_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    milestone text NOT NULL,
    local_date date NOT NULL,
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    kind text NOT NULL,
    PRIMARY KEY (team_id, person_id, milestone, local_date, user_id)
);

CREATE INDEX moment_reactions_by_person ON moment_reactions (person_id);
CREATE INDEX moment_reactions_by_user ON moment_reactions (user_id);
CREATE INDEX moment_reactions_by_day ON moment_reactions (local_date);
