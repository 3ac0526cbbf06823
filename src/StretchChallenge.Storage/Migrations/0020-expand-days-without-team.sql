-- The same as team_days, of who was in no team on the day: participation counts everybody.
CREATE TABLE challenge_days (
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    local_date date NOT NULL,
    done integer NOT NULL,
    due integer NOT NULL,
    PRIMARY KEY (challenge_id, local_date)
);
