using Npgsql;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Hosting.Cluster;

/// <summary>
/// Refuses to start while nodes with another <c>Cluster:Name</c> run on the same database. Orleans keeps the members of
/// each cluster apart, so two clusters would run two grains for one person or team.
/// </summary>
/// <remarks>
/// It looks twice: before the database is migrated, so that nothing is changed, and after the silo is a member, because two nodes
/// that start at the same moment cannot see each other before. A cluster that has stopped does not count, so a name can
/// be changed.
/// </remarks>
internal sealed class ClusterNameCheck(NodeOptions node, LedgerOptions ledger) : StartCheck
{
    // Nodes report themselves every 5 s (GrainHosting). Orleans' status 2 is Joining, 3 Active.
    private const string FindOther = """
        SELECT deploymentid, address || ':' || port FROM orleansmembershiptable
        WHERE deploymentid <> @name AND status IN (2, 3) AND iamalivetime > now() - interval '30 seconds'
        LIMIT 1
        """;

    /// <inheritdoc />
    public override Task StartingAsync(CancellationToken cancellationToken) => CheckAsync(cancellationToken);

    /// <inheritdoc />
    public override Task StartedAsync(CancellationToken cancellationToken) => CheckAsync(cancellationToken);

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ledger.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(FindOther, connection) { Parameters = { new NpgsqlParameter("name", node.Name) } };
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
            {
                throw NodeOptions.Invalid(
                    $"Cluster:Name is '{node.Name}', but nodes of the cluster '{reader.GetString(0)}' use this database, such as "
                    + $"{reader.GetString(1)}: give this node the same name or another database, or stop those.");
            }
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // No node has migrated this database yet.
        }
    }
}
