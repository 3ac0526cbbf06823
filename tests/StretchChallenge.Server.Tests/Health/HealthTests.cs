using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using StretchChallenge.Server.Health;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Hosting;
using HealthStatusValue = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;

namespace StretchChallenge.Server.Tests.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData("live")]
    [InlineData("ready")]
    public async Task Get_AllIsWell_TellsSo(string check)
    {
        await using var server = new TestServer();

        var health = await server.CreateVisitor().ReadAsync($"/healthz/{check}");

        Assert.Equal(check, health.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Ready_DatabaseDown_IsBusyWhileLiveStays()
    {
        await using var server = new TestServer { Replace = services => services.AddSingleton<ILedgerProbe, BrokenLedger>() };
        var visitor = server.CreateVisitor();

        var problem = await (await visitor.GetAsync("/healthz/ready")).ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "not-ready");

        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        await visitor.ReadAsync("/healthz/live");
    }

    [Theory]
    [InlineData(SiloStatus.Joining, HealthStatusValue.Unhealthy)]
    [InlineData(SiloStatus.Active, HealthStatusValue.Healthy)]
    [InlineData(SiloStatus.ShuttingDown, HealthStatusValue.Unhealthy)]
    [InlineData(SiloStatus.Dead, HealthStatusValue.Unhealthy)]
    public async Task Silo_OfThisStatus_IsHealthyOnlyWhileActive(SiloStatus status, HealthStatusValue expected)
    {
        var silos = Substitute.For<ISiloStatusOracle>();
        silos.CurrentStatus.Returns(status);

        Assert.Equal(expected, (await new SiloHealthCheck(silos).CheckHealthAsync(new HealthCheckContext())).Status);
    }

    [Fact]
    public async Task ClusterConnection_IsHealthyWhileThereIsAGateway()
    {
        var connection = new ClusterConnectionHealthCheck();

        Assert.Equal(HealthStatusValue.Unhealthy, await StatusOf(connection));
        connection.NotifyGatewayCountChanged(1, 0, connectionRecovered: false);
        Assert.Equal(HealthStatusValue.Healthy, await StatusOf(connection));
        connection.NotifyClusterConnectionLost();
        connection.NotifyGatewayCountChanged(0, 1, connectionRecovered: false);
        Assert.Equal(HealthStatusValue.Unhealthy, await StatusOf(connection));
        connection.NotifyGatewayCountChanged(1, 0, connectionRecovered: true);
        Assert.Equal(HealthStatusValue.Healthy, await StatusOf(connection));
    }

    [Theory]
    [Trait("Category", "Faults")]
    [InlineData(3_000, true)]
    [InlineData(-251, true)]
    [InlineData(250, false)]
    public async Task Ready_ClockIsOffFromTheDatabases_IsToldWithTheNumber(int aheadMs, bool isTold)
    {
        var time = new FakeTimeProvider(TestDay.WednesdayMorning);
        var clock = Substitute.For<IDatabaseClock>();
        clock.ReadAsync(Arg.Any<CancellationToken>()).Returns(TestDay.WednesdayMorning.AddMilliseconds(-aheadMs));
        var log = new LogRecorder();
        await using var server = new TestServer
        {
            Clock = time,
            Replace = services =>
            {
                services.AddSingleton(clock);
                log.AddTo(services);
            },
        };

        var health = await server.CreateVisitor().ReadAsync("/healthz/ready");

        Assert.Equal("ready", health.GetProperty("status").GetString());
        Assert.Equal(isTold ? aheadMs : (int?)null, health.TryGetProperty("clockSkewMs", out var skew) ? skew.GetInt32() : (int?)null);
        Assert.Equal(isTold, log.Lines.Any(line => line.Contains($"{aheadMs} ms ahead of the database's (measured", StringComparison.Ordinal)));
    }

    private static async Task<HealthStatusValue> StatusOf(ClusterConnectionHealthCheck check) =>
        (await check.CheckHealthAsync(new HealthCheckContext())).Status;

    private sealed class BrokenLedger : ILedgerProbe
    {
        public Task CheckAsync(CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("no connection to secret-host");
    }
}
