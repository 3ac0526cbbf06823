-- The SQLite ledger of the last version whose schema ended with migration 0006: Ann with one check-in, a safety answer, a
-- self-test and a kept answer, the latter three encrypted directly with the master key
-- 6jVqxW8y3MAc0NxgEbHoJsaOJ72uTjEYSOe/FnQywVs=
BEGIN TRANSACTION;
CREATE TABLE absences (
    challenge_id text NOT NULL,
    user_id text NOT NULL,
    position integer NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    PRIMARY KEY (challenge_id, user_id, position),
    FOREIGN KEY (challenge_id, user_id) REFERENCES enrolments ON DELETE CASCADE
);
CREATE TABLE accounts (
    id text NOT NULL PRIMARY KEY,
    email text,
    normalized_email text UNIQUE,
    display_name text NOT NULL,
    zone_id text NOT NULL,
    show_name boolean NOT NULL,
    password_hash text,
    security_stamp text NOT NULL,
    concurrency_stamp text NOT NULL,
    lockout_end timestamptz,
    access_failed_count integer NOT NULL,
    is_site_administrator boolean NOT NULL,
    kind text NOT NULL CHECK (kind IN ('Person', 'Demo', 'Guest')),
    created_at timestamptz NOT NULL
);
INSERT INTO "accounts" VALUES('20846489e0e646118f4483e1a290b442','ann@example.com','ANN@EXAMPLE.COM','Ann','Europe/Berlin',0,'AQAAAAIAAYagAAAAEH887domeEG+nFfzsPowfrG3BsN1+I8V4Dlv/86ketuiEP1vT8Qb8Tusd6JLd8jHug==','9d56314cae704ad8a76a61f8c55d81ae','138a95fa245f4a939c6d6cb4f5ca8b3c',NULL,0,1,'Person','2026-11-29 22:43:13.034698+00:00');
CREATE TABLE calendar_feeds (
    user_id text NOT NULL PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    secret_hash text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL
);
CREATE TABLE challenge_holidays (
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    local_date date NOT NULL,
    PRIMARY KEY (challenge_id, local_date)
);
CREATE TABLE challenges (
    id text NOT NULL PRIMARY KEY,
    name text NOT NULL,
    code text NOT NULL UNIQUE,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    zone_id text NOT NULL,
    work_days text NOT NULL,
    team_threshold integer NOT NULL CHECK (team_threshold BETWEEN 1 AND 100),
    organisers_make_teams boolean NOT NULL,
    is_demo boolean NOT NULL,
    created_at timestamptz NOT NULL
);
INSERT INTO "challenges" VALUES('d180e21816a348629d52420b046f9e47','Spring','4KXBRFXYRW','2026-11-30','2027-01-24','Europe/Berlin','Mon,Tue,Wed,Thu,Fri',70,0,0,'2026-11-29 22:43:13.631453+00:00');
CREATE TABLE commands (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    command_id text NOT NULL,
    fingerprint text NOT NULL,
    answer text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, command_id)
);
CREATE TABLE completions (
    run_id text NOT NULL PRIMARY KEY,
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    local_date date NOT NULL,
    routine_id text NOT NULL,
    variant text,
    seconds integer NOT NULL,
    session_id text,
    completed_at timestamptz NOT NULL
);
CREATE TABLE credits (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    local_date date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('Guided', 'Live', 'SelfReported')),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, local_date)
);
CREATE TABLE data_protection_keys (
    id text NOT NULL PRIMARY KEY,
    friendly_name text NOT NULL,
    element text NOT NULL
);
INSERT INTO "data_protection_keys" VALUES('c66e3fec74f5446b8161eb9bea96887d','key-52dd4eca-0480-4f7c-adcb-0a1df1dff96e','<key id="52dd4eca-0480-4f7c-adcb-0a1df1dff96e" version="1"><creationDate>2026-11-29T22:43:09.0816906Z</creationDate><activationDate>2026-11-29T22:43:09.0816906Z</activationDate><expirationDate>2027-02-27T22:43:09.0816906Z</expirationDate><descriptor deserializerType="Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60"><descriptor><encryption algorithm="AES_256_CBC" /><validation algorithm="HMACSHA256" /><encryptedSecret decryptorType="StretchChallenge.Server.Security.Keys.MasterKeyXmlDecryptor, StretchChallenge.Server, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" xmlns="http://schemas.asp.net/2015/03/dataProtection"><masterKey xmlns="">AZ+zb2CMEJQEBFNVvru2Y88agSMv62LE8+B4wAxkXFsP1a7Mpat83CPGhG1VbIZo7pXsoI4IPbqfX6S3ZFGpdBpupl9kzyd4E1g1cmzR3u6ZwgDs7RPsBJoKFP7YVJlL8UdEaspovIyeLMVaaKJquUx1U+7/jW1LCkN+AqiZrPANUTzFa5TdwfAQPSCUtI0gTdExM5PpWcgnKinwZmQw7/DXWt2RrTJXkJCCYPjH8dEHyhvNABENckA+xvo7Amptq/U4i7tDmgcyfEmaKci+MVjZBTm7NrQZH+yhXhwRwrGx9/8esZaSeaBKWAV+TuNS+YE+EDDW5icZZiyfk5I/dJ3PnYG1PxZsz6GcrjJ6xtfuyW1gD03TY0sivjNBNmMgX+hPYYSW46DYalc=</masterKey></encryptedSecret></descriptor></descriptor></key>');
CREATE TABLE enrolments (
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('Participant', 'Captain', 'Organiser')),
    joined_on date NOT NULL,
    PRIMARY KEY (challenge_id, user_id)
);
INSERT INTO "enrolments" VALUES('d180e21816a348629d52420b046f9e47','20846489e0e646118f4483e1a290b442','Organiser','2026-11-29');
CREATE TABLE first_person (
    singleton integer NOT NULL PRIMARY KEY CHECK (singleton = 1),
    account_id text NOT NULL
);
INSERT INTO "first_person" VALUES(1,'20846489e0e646118f4483e1a290b442');
CREATE TABLE health_records (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    record_id text NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (user_id, record_id)
);
INSERT INTO "health_records" VALUES('20846489e0e646118f4483e1a290b442','safety',X'01E4C0F1C3F1E62C9579D40799404AF38A6F7A2184BC866FACC2367CB31A89CBD4EDD8F58D154B2DB03700F6481C7F97A968C7ACD28BAC2156ECC63CA3B5E3D8B385D36C3C49D22EA68A0AECE21E6F0248ABBF7AC4A80FF356F01CE4B6B60089E337F1DF2D444C388D0B7427AEB15BC3E46C0FC184DEF2ECB2EA2A1ED1CBBD84FEB8FF6DD7968521F46A82A96D41407C2F3299C77215550D8EC2289420BE8C125EDEDA6609C0A6C29BBFE6635E82E1F3C20612EFF63E6853879F0EFFE6096C914E34764DE144BC19D94ACECF854F65252D9AFABD4A084E3BCC6CFFBB09A8F262C2C50B6C8AE691D84B23BF12BAC6B3AEE2F130C58C00EF6C3D31DB7B6F5D03640D779CE770680711AF96FE3F58AFD7B725A1E4AF11496A6700E90CD6C2');
INSERT INTO "health_records" VALUES('20846489e0e646118f4483e1a290b442','61ee1f6cfedc4e39aa032d7806e22973',X'01F4224D1B7D46F5DF43B6B02C76FD29DD3FC4D7B329C97185681FBD7371BA180D066649C92A6A5A3BE0B7F6847A6D16649503FDBC396A4714E65F9B7B3D177A6AD680CCD9099D0781EEA346B033444C1DA664ADFE9DB17A396E9414C77B808E14B2A5EEBA2F62C9DC21A8F536235AB99667E9630516DF43465FA3FB526ADF9ED8B9E46663A846E757127FE79FEE0B6DFB5CFF814C5E99430DB16F7C3419D6C8427237BF91098C2C487705B6DBFF10129AD3DF95B4F4A2091BC12FAE360EDCA09272403D2D1F6672AC70D86520A1F22AA1CF1E3E1E10221555D83DE02F866B11BE71621110A69EE2C4147A8E55FB6DF6E2BEEBDB337403E6E1E56EA21669CF4A95202C8AD46C796F819D1788FDAF049201F8564935624A202DBF82144B');
CREATE TABLE idempotency_keys (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    method text NOT NULL,
    path text NOT NULL,
    key text NOT NULL,
    body_hash text NOT NULL,
    reserved_at timestamptz NOT NULL,
    status_code integer,
    content_type text,
    body bytea,
    PRIMARY KEY (user_id, method, path, key)
);
INSERT INTO "idempotency_keys" VALUES('20846489e0e646118f4483e1a290b442','POST','/api/self-tests','key-of-a-result','918D0FE872876A873F259B20B8A6579BEA5AB5D9163F0DAB662CE78C9E29CD83','2026-11-29 22:43:13.879176+00:00',201,'application/json; charset=utf-8',X'0166790BFB57E7C20FD9D1C0701D0A70D8977D5D8975CB2DBEFEC9B23EC3F458853DA13EA2D1CADB930F4CEB4990940BBD79F27BBA76F93F1A38AF1B91EAB81804E7E948A3209BACF0E34A3A9638D66760D843D0C99FD51FA5ECA1FDD9BCBC76F9690D6DFD36F380775B9FBF817502457C5CB7F5E23E5D9592BD65390D68AE7E6D79CDBF2C79DB64B530203A4EA1FF9AA8B75DF6E1376617C2906311B54E083C2AB0940BEB5465CFBB88');
CREATE TABLE memberships (
    challenge_id text NOT NULL,
    user_id text NOT NULL,
    position integer NOT NULL,
    team_id text NOT NULL REFERENCES teams ON DELETE CASCADE,
    from_date date NOT NULL,
    to_date date,
    PRIMARY KEY (challenge_id, user_id, position),
    FOREIGN KEY (challenge_id, user_id) REFERENCES enrolments ON DELETE CASCADE
);
CREATE TABLE schema_migrations (
    number integer NOT NULL PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL
);
INSERT INTO "schema_migrations" VALUES(1,'0001-accounts.sql','c1df329fc9b620bc18e962cd84748c315e5fda6b0bd254d8b73d6114ada3b4d4','2026-11-29 22:43:08.446438+00:00');
INSERT INTO "schema_migrations" VALUES(2,'0002-challenges.sql','43f2beb1313d3d0594b53fba9faf363bfae8c3145f77429986c5ca9f3ca5db6b','2026-11-29 22:43:08.489131+00:00');
INSERT INTO "schema_migrations" VALUES(3,'0003-ledger.sql','9bb7188597b9bbd8b55eb613687c1846a0ce3e486212948c6661ac31230a37d6','2026-11-29 22:43:08.48989+00:00');
INSERT INTO "schema_migrations" VALUES(4,'0004-hosting.sql','95635751b589be06750aeda1a43fd362c18d02fe9ecc6d998f699d3004d0eef1','2026-11-29 22:43:08.48999+00:00');
INSERT INTO "schema_migrations" VALUES(5,'0005-private-health.sql','70865e1162fc68f187989217e91e621992d60b70b33a51f5dea77e33b8c8f223','2026-11-29 22:43:08.490033+00:00');
INSERT INTO "schema_migrations" VALUES(6,'0006-sessions.sql','f416daf29c5465eeeaa436dfa09ce09d96d64edb12877b833c189f075268f317','2026-11-29 22:43:08.498556+00:00');
CREATE TABLE session_events (
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    seq integer NOT NULL,
    command text NOT NULL CHECK (command IN ('Start', 'Pause', 'Resume', 'Skip', 'End')),
    at timestamptz NOT NULL,
    PRIMARY KEY (session_id, seq)
);
CREATE TABLE session_participants (
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    id text NOT NULL,
    user_id text REFERENCES accounts ON DELETE CASCADE,
    seat_hash text,
    name text NOT NULL,
    is_co_host boolean NOT NULL,
    joined_at timestamptz NOT NULL,
    removed_at timestamptz,
    PRIMARY KEY (session_id, id),
    UNIQUE (session_id, user_id),
    UNIQUE (session_id, seat_hash)
);
CREATE TABLE session_presences (
    session_id text NOT NULL,
    participant_id text NOT NULL,
    from_at timestamptz NOT NULL,
    to_at timestamptz,
    PRIMARY KEY (session_id, participant_id, from_at),
    FOREIGN KEY (session_id, participant_id) REFERENCES session_participants ON DELETE CASCADE
);
CREATE TABLE sessions (
    id text NOT NULL PRIMARY KEY,
    code text NOT NULL UNIQUE,
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    routine_id text NOT NULL,
    steps text NOT NULL,
    host_id text REFERENCES accounts ON DELETE SET NULL,
    opens_at timestamptz NOT NULL,
    starts_at timestamptz,
    phase text NOT NULL CHECK (phase IN ('Lobby', 'Running', 'Paused', 'Finished', 'Cancelled')),
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    settled_at timestamptz
);
CREATE TABLE teams (
    id text NOT NULL PRIMARY KEY,
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    name text NOT NULL,
    normalized_name text NOT NULL,
    UNIQUE (challenge_id, normalized_name)
);
CREATE TABLE time_off (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    id text NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    entered_on date NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE TABLE walls (
    token_hash text NOT NULL PRIMARY KEY,
    challenge_id text NOT NULL REFERENCES challenges ON DELETE CASCADE,
    created_at timestamptz NOT NULL
);
CREATE TABLE work_patterns (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    position integer NOT NULL,
    from_date date NOT NULL,
    work_days text NOT NULL,
    PRIMARY KEY (user_id, position)
);
CREATE TABLE zone_changes (
    user_id text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    position integer NOT NULL,
    effective_at timestamptz NOT NULL,
    zone_id text NOT NULL,
    neutralises boolean NOT NULL,
    PRIMARY KEY (user_id, position)
);
CREATE INDEX enrolments_by_person ON enrolments (user_id);
CREATE INDEX absences_by_person ON absences (user_id);
CREATE INDEX memberships_by_person ON memberships (user_id);
CREATE INDEX memberships_by_team ON memberships (team_id);
CREATE INDEX completions_by_person ON completions (user_id, local_date);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (reserved_at);
CREATE INDEX sessions_by_challenge ON sessions (challenge_id, opens_at);
CREATE INDEX sessions_unsettled ON sessions (opens_at) WHERE settled_at IS NULL;
CREATE INDEX session_participants_by_person ON session_participants (user_id);
CREATE INDEX walls_by_challenge ON walls (challenge_id);
INSERT INTO "credits" VALUES('20846489e0e646118f4483e1a290b442','2026-11-30','Guided','2026-11-30 08:00:00+00:00');
INSERT INTO "completions" VALUES('run-1','20846489e0e646118f4483e1a290b442','2026-11-30','workplace','desk',360,NULL,'2026-11-30 08:00:00+00:00');
INSERT INTO "commands" VALUES('20846489e0e646118f4483e1a290b442','command-1','fingerprint','{"credited":true}','2026-11-30 08:00:00+00:00');
COMMIT;
