using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Hosting;

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

        var problem = await (await visitor.GetAsync("/healthz/ready")).ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "busy");

        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        await visitor.ReadAsync("/healthz/live");
    }

    private sealed class BrokenLedger : ILedgerProbe
    {
        public Task CheckAsync(CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("no connection to secret-host");
    }
}
