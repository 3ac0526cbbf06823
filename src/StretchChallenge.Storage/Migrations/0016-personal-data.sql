-- What people whose days are no longer stored add to the counts of a team's days: sums, by day, of everybody whose account was
-- deleted or whose days were purged.
CREATE TABLE team_days (
    team_id text NOT NULL REFERENCES teams ON DELETE CASCADE,
    local_date date NOT NULL,
    done integer NOT NULL,
    due integer NOT NULL,
    PRIMARY KEY (team_id, local_date)
);

-- What is kept of a person's days in a challenge once the days are purged: what the fold counted. A person with a row here has no
-- days of the challenge any more.
CREATE TABLE person_results (
    challenge_id text NOT NULL,
    user_id text NOT NULL,
    streak integer NOT NULL,
    best integer NOT NULL,
    freezes integer NOT NULL,
    due integer NOT NULL,
    done integer NOT NULL,
    leave_days integer NOT NULL,
    started_on date,
    minutes integer NOT NULL,
    together integer NOT NULL,
    PRIMARY KEY (challenge_id, user_id),
    FOREIGN KEY (challenge_id, user_id) REFERENCES enrolments ON DELETE CASCADE
);

CREATE INDEX person_results_by_person ON person_results (user_id);

-- When the last of its people's days were purged.
ALTER TABLE challenges ADD COLUMN days_purged_at timestamptz;

CREATE INDEX challenges_unpurged ON challenges (ends_on) WHERE days_purged_at IS NULL;
