-- Orleans' reminders. Each node reads those whose grain's hash lies in its part of the ring.
CREATE TABLE reminders (
    grain_id text NOT NULL,
    name text NOT NULL,
    grain_hash bigint NOT NULL,
    starts_at timestamptz NOT NULL,
    period_ms bigint NOT NULL,
    etag text NOT NULL,
    PRIMARY KEY (grain_id, name)
);

CREATE INDEX reminders_by_hash ON reminders (grain_hash);
