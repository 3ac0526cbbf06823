using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Reminders;
using StretchChallenge.Storage.Results;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Testing;

namespace StretchChallenge.Server.Tests.Sessions;

/// <summary>What the sweep makes up for.</summary>
public sealed class SessionSweepTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Start_APlannedBreakHasNoReminder_RegistersIt()
    {
        var now = TimeProvider.System.GetUtcNow();
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var rest = await TestLiveSession.OpenAsync(_server, challenge, now.AddHours(1));
        Assert.Single(await ReminderOfAsync(_server, rest));
        await _server.Services.GetRequiredService<IReminderStore>().ClearAsync();

        using var next = new TestServer { Folder = _server.Folder };
        next.CreateVisitor().Dispose();

        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await ReminderOfAsync(next, rest)).IsEmpty)
        {
            bound.Token.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task Start_ACancelledChallengeStillHasAPlannedBreak_CallsItOff()
    {
        var now = TimeProvider.System.GetUtcNow();
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var planned = await TestLiveSession.OpenAsync(_server, challenge, now.AddHours(5));
        // The process is killed between the commit and the calls to the breaks.
        var (id, at) = (new ChallengeId(challenge.Id), now.AddSeconds(-1));
        await _server.Services.GetRequiredService<IResultsStore>().CancelAsync(
            id, at, new AuditEntry(AuditEntry.NewId(at), id, at, null, "challengeCancelled", null, "{}"));

        using var next = new TestServer { Folder = _server.Folder };
        next.CreateVisitor().Dispose();

        var sessions = next.Services.GetRequiredService<ISessionStore>();
        await Wait.UntilAsync(async () =>
            (await sessions.LoadAsync(new SessionId(planned.Id)))!.Session.Phase == SessionPhase.Cancelled);
    }

    private static async Task<System.Collections.Immutable.ImmutableArray<ReminderRecord>> ReminderOfAsync(TestServer server, TestLiveSession rest) =>
        await server.Services.GetRequiredService<IReminderStore>().LoadAsync($"session/{rest.Id}");
}
