-- The time that a person's completed runs and credited live breaks occupy, from which the next ones are measured.
CREATE TABLE occupied_time (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    from_at timestamptz NOT NULL,
    run_id text NOT NULL,
    to_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, from_at, run_id)
);

-- Time off leaves out the dates that were done when it was entered. Until now it was stored with them: it is split at
-- each date that is done and was not in the future then. The last part keeps its id, because it alone can be taken back.
INSERT INTO time_off (user_id, id, from_date, to_date, entered_on)
SELECT user_id, id || '-' || local_date, first, date(local_date, '-1 day'), entered_on
FROM (
    SELECT
        t.user_id,
        t.id,
        t.entered_on,
        c.local_date,
        COALESCE(date(LAG(c.local_date) OVER (PARTITION BY t.user_id, t.id ORDER BY c.local_date), '+1 day'), t.from_date) AS first
    FROM time_off t
    JOIN credits c ON c.user_id = t.user_id AND c.local_date BETWEEN t.from_date AND t.to_date AND c.local_date <= t.entered_on
) AS parts
WHERE first < local_date;

UPDATE time_off SET from_date = (
    SELECT date(MAX(c.local_date), '+1 day') FROM credits c
    WHERE c.user_id = time_off.user_id AND c.local_date BETWEEN from_date AND to_date AND c.local_date <= entered_on
)
WHERE EXISTS (
    SELECT 1 FROM credits c
    WHERE c.user_id = time_off.user_id AND c.local_date BETWEEN from_date AND to_date AND c.local_date <= entered_on
);

DELETE FROM time_off WHERE to_date < from_date;
