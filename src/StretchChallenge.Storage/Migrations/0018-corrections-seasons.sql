-- Days that organisers corrected, for one challenge each: they hold over the credits of the person in that challenge alone.
CREATE TABLE corrections (
    challenge_id text NOT NULL,
    user_id text NOT NULL,
    local_date date NOT NULL,
    done boolean NOT NULL,
    reason text NOT NULL,
    corrected_at timestamptz NOT NULL,
    PRIMARY KEY (challenge_id, user_id, local_date),
    FOREIGN KEY (challenge_id, user_id) REFERENCES enrolments ON DELETE CASCADE
);

CREATE INDEX corrections_by_person ON corrections (user_id);

-- Nothing later than this counts in the challenge.
ALTER TABLE challenges ADD COLUMN cancelled_at timestamptz;

-- The challenge whose next season this one is. No foreign key: the season stays what it is without the one before.
ALTER TABLE challenges ADD COLUMN follows text;

CREATE INDEX challenges_by_season ON challenges (follows);
