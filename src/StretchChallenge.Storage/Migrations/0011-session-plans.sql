-- How often the plan of a session was changed, and when last: calendar programs need both.
ALTER TABLE sessions ADD COLUMN revision integer NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN changed_at timestamptz;

CREATE INDEX sessions_by_host ON sessions (host_id) WHERE phase IN ('Lobby', 'Running', 'Paused');

-- Who may plan sessions ahead.
ALTER TABLE challenges ADD COLUMN planning text NOT NULL DEFAULT 'Captains' CHECK (planning IN ('Captains', 'All'));
