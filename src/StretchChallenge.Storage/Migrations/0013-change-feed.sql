-- What boards and teams show changed: one row for each change, numbered without gaps. Whoever has read up to a number reads
-- what came after it. Without a person, the challenge itself changed: its settings or its teams.
CREATE TABLE challenge_feeds (
    challenge_id text NOT NULL PRIMARY KEY REFERENCES challenges ON DELETE CASCADE,
    last_number bigint NOT NULL
);

INSERT INTO challenge_feeds (challenge_id, last_number) SELECT id, 0 FROM challenges;

-- The person is no foreign key: that they are gone is a change too.
CREATE TABLE challenge_changes (
    challenge_id text NOT NULL REFERENCES challenge_feeds ON DELETE CASCADE,
    number bigint NOT NULL,
    user_id text,
    PRIMARY KEY (challenge_id, number)
);

-- Counted up by every change, so that a copy in memory can be held against them.
ALTER TABLE challenges ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE enrolments ADD COLUMN version integer NOT NULL DEFAULT 0;
