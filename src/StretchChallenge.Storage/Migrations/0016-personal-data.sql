-- What people whose days are no longer stored add to the counts of a team's days: sums, by day, of everybody whose account was
-- deleted or whose days were purged.
CREATE TABLE team_days (
    team_id text NOT NULL REFERENCES teams ON DELETE CASCADE,
    local_date date NOT NULL,
    done integer NOT NULL,
    due integer NOT NULL,
    PRIMARY KEY (team_id, local_date)
);
