-- An account that is deleted leaves the breaks that it hosted, over ones too: the index was of the open ones alone.
DROP INDEX sessions_by_host;
CREATE INDEX sessions_by_host ON sessions (host_id);

-- The breaks of a challenge that are not over: few, however many there were.
CREATE INDEX sessions_open ON sessions (challenge_id) WHERE phase IN ('Lobby', 'Running', 'Paused');

-- What is deleted by its age.
CREATE INDEX commands_by_age ON commands (recorded_at);
CREATE INDEX revoked_sign_ins_by_expiry ON revoked_sign_ins (expires_at);
