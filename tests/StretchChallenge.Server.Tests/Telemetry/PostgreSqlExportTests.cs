using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>What a collector gets of the database.</summary>
public sealed class PostgreSqlExportTests(ObservedPostgreSqlServer server) : IClassFixture<ObservedPostgreSqlServer>
{
    private OtlpReceiver Receiver => server.Receiver;

    [Fact]
    public async Task Trace_OfATransaction_HasItsStatementsBelow()
    {
        await Receiver.UntilAsync(receiver => receiver.Spans.Any(IsStatementOfATransaction));
    }

    [Fact]
    public async Task Metrics_OfThePool_AreUnderItsName()
    {
        await Receiver.UntilAsync(receiver => receiver.Sum("db.client.connection.count", "db.client.connection.pool.name", "ledger") > 0);
    }

    [Fact]
    public async Task Everything_HoldsNothingThatTellsPeopleApart()
    {
        await Receiver.UntilAsync(receiver =>
            receiver.Spans.Any(IsStatementOfATransaction) && receiver.Sum("stretch.breaks", "stretch.break.event", "finished") > 0);

        Assert.True(server.Secrets.Count > 8);
        Assert.All(server.Secrets, secret => Assert.DoesNotContain(secret, Receiver.Everything, StringComparison.OrdinalIgnoreCase));
    }

    private bool IsStatementOfATransaction(OtlpSpan span) => span.Source == "Npgsql" && Receiver.Spans.Any(other =>
        other.TraceId == span.TraceId && other.Id == span.ParentId && other.Name == "ledger transaction");
}
