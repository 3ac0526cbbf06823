-- A team that an organiser removed is closed, and kept while it has past days. Teams so far get the colours in the order of their ids.
ALTER TABLE teams ADD COLUMN colour text NOT NULL DEFAULT 'Sky';
ALTER TABLE teams ADD COLUMN is_closed boolean NOT NULL DEFAULT FALSE;

UPDATE teams SET colour = CASE
    (SELECT COUNT(*) FROM teams earlier WHERE earlier.challenge_id = teams.challenge_id AND earlier.id < teams.id) % 12
    WHEN 1 THEN 'Coral' WHEN 2 THEN 'Plum' WHEN 3 THEN 'Ochre' WHEN 4 THEN 'Lagoon' WHEN 5 THEN 'Rose' WHEN 6 THEN 'Moss'
    WHEN 7 THEN 'Slate' WHEN 8 THEN 'Indigo' WHEN 9 THEN 'Brick' WHEN 10 THEN 'Fern' WHEN 11 THEN 'Berry' ELSE 'Sky' END;

-- Whom an organiser invited by e-mail address. It enrols nobody: who has the address is offered the challenge, and joins by its code.
CREATE TABLE invited_people (
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    email_key text NOT NULL,
    id text NOT NULL UNIQUE,
    email text NOT NULL,
    name text,
    team_id text REFERENCES teams ON DELETE SET NULL,
    role text NOT NULL CHECK (role IN ('Participant', 'Captain', 'Organiser')),
    invited_at timestamptz NOT NULL,
    PRIMARY KEY (challenge_id, email_key)
);

CREATE INDEX invited_people_by_email ON invited_people (email_key);
CREATE INDEX invited_people_by_team ON invited_people (team_id);
