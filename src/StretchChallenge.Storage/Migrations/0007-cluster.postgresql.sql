-- Who belongs to the cluster. Microsoft Orleans reads and writes it through the statements below, which its clustering
-- provider looks up by name; names of tables, columns and parameters are the provider's. A change of the members and
-- of the version of the whole list happens together or not at all.
CREATE TABLE orleansquery (
    querykey text NOT NULL PRIMARY KEY,
    querytext text NOT NULL
);

CREATE TABLE orleansmembershipversiontable (
    deploymentid text NOT NULL PRIMARY KEY,
    timestamp timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 0
);

CREATE TABLE orleansmembershiptable (
    deploymentid text NOT NULL REFERENCES orleansmembershipversiontable,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    siloname text NOT NULL,
    hostname text NOT NULL,
    status integer NOT NULL,
    proxyport integer,
    suspecttimes text,
    starttime timestamptz NOT NULL,
    iamalivetime timestamptz NOT NULL,
    PRIMARY KEY (deploymentid, address, port, generation)
);

INSERT INTO orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', '
    WITH added AS (
        INSERT INTO orleansmembershipversiontable (deploymentid) VALUES (@DeploymentId)
        ON CONFLICT (deploymentid) DO NOTHING
        RETURNING deploymentid
    )
    SELECT EXISTS (SELECT 1 FROM added)'),

('InsertMembershipKey', '
    WITH turned AS (
        UPDATE orleansmembershipversiontable SET version = version + 1, timestamp = now()
        WHERE deploymentid = @DeploymentId AND version = @Version AND NOT EXISTS (
            SELECT 1 FROM orleansmembershiptable
            WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING deploymentid
    ), added AS (
        INSERT INTO orleansmembershiptable
            (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
        SELECT deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        FROM turned
        RETURNING deploymentid
    )
    SELECT EXISTS (SELECT 1 FROM added)'),

('UpdateMembershipKey', '
    WITH turned AS (
        UPDATE orleansmembershipversiontable SET version = version + 1, timestamp = now()
        WHERE deploymentid = @DeploymentId AND version = @Version AND EXISTS (
            SELECT 1 FROM orleansmembershiptable
            WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING deploymentid
    ), changed AS (
        UPDATE orleansmembershiptable AS member
        SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = @IAmAliveTime
        FROM turned
        WHERE member.deploymentid = turned.deploymentid
            AND member.address = @Address AND member.port = @Port AND member.generation = @Generation
        RETURNING member.deploymentid
    )
    SELECT EXISTS (SELECT 1 FROM changed)'),

('UpdateIAmAlivetimeKey', '
    UPDATE orleansmembershiptable SET iamalivetime = @IAmAliveTime
    WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),

('MembershipReadRowKey', '
    SELECT member.address, member.port, member.generation, member.siloname, member.hostname, member.status,
        member.proxyport, member.suspecttimes, member.starttime, member.iamalivetime, list.version
    FROM orleansmembershipversiontable AS list
    LEFT JOIN orleansmembershiptable AS member ON member.deploymentid = list.deploymentid
        AND member.address = @Address AND member.port = @Port AND member.generation = @Generation
    WHERE list.deploymentid = @DeploymentId'),

('MembershipReadAllKey', '
    SELECT member.address, member.port, member.generation, member.siloname, member.hostname, member.status,
        member.proxyport, member.suspecttimes, member.starttime, member.iamalivetime, list.version
    FROM orleansmembershipversiontable AS list
    LEFT JOIN orleansmembershiptable AS member ON member.deploymentid = list.deploymentid
    WHERE list.deploymentid = @DeploymentId'),

('GatewaysQueryKey', '
    SELECT address, proxyport, generation FROM orleansmembershiptable
    WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0'),

('CleanupDefunctSiloEntriesKey', '
    DELETE FROM orleansmembershiptable
    WHERE deploymentid = @DeploymentId AND iamalivetime < @IAmAliveTime AND status <> 3'),

('DeleteMembershipTableEntriesKey', '
    WITH removed AS (DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId)
    DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId');
