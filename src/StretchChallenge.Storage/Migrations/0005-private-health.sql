-- Private health data. What a record says, and of which day it is, stands inside "sealed": encrypted with a key that
-- lies outside the database.
CREATE TABLE health_records (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    record_id text NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (user_id, record_id)
);
