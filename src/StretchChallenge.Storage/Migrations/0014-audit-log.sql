-- What organisers and administrators did: of a challenge, or of the site where there is none. Ids grow with time. People are no
-- foreign keys: that somebody acted stays after their account, but the log then names nobody.
CREATE TABLE audit_entries (
    id text NOT NULL PRIMARY KEY,
    challenge_id text REFERENCES challenges ON DELETE CASCADE,
    at timestamptz NOT NULL,
    actor_id text,
    action text NOT NULL,
    subject_id text,
    detail text NOT NULL
);

CREATE INDEX audit_entries_by_challenge ON audit_entries (challenge_id, id);
CREATE INDEX audit_entries_by_actor ON audit_entries (actor_id);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id);
