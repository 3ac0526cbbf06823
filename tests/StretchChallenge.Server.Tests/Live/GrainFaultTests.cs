using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Live;

/// <summary>A grain that fails or does not answer concerns only who needs it.</summary>
[Trait("Category", "Faults")]
public sealed class GrainFaultTests(GrainFaultTests.Server server) : IClassFixture<GrainFaultTests.Server>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Disconnect_BoardCannotBeReleased_LeavesTheBreakAllTheSame()
    {
        var session = await TestLiveSession.OpenAsync(server);
        var (host, _) = await session.JoinAsync(session.Host);
        await using var screen = host;
        await session.NextAsync(host, "RosterChanged");
        var (ben, joined) = await session.JoinAsync(await session.MemberAsync("Ben"));
        await session.NextAsync(host, "RosterChanged");
        await ben.CallAsync("WatchStandings", session.Challenge.Id, "teamStreak");

        _ = server.Faults.Before(nameof(IStandingsGrain.UnwatchAsync), session.Challenge.Id, () => throw new InvalidOperationException("The board is ill."));
        await ben.DisposeAsync();

        var left = await session.NextAsync(host, "RosterChanged");
        Assert.Equal(joined.Text("participantId"), Assert.Single(left.GetProperty("left").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task RemoveParticipant_WhileSomebodyIsJoiningAnotherRoom_IsDoneAtOnce()
    {
        var (slow, other) = (await TestLiveSession.OpenAsync(server), await TestLiveSession.OpenAsync(server));
        var (slowHost, _) = await slow.JoinAsync(slow.Host);
        var (otherHost, _) = await other.JoinAsync(other.Host);
        var (ben, removedFirst) = await slow.JoinAsync(await slow.MemberAsync("Ben"));
        var (cem, removedNext) = await other.JoinAsync(await other.MemberAsync("Cem"));
        await using var screens = new Screens(slowHost, otherHost, ben, cem);
        var released = new TaskCompletionSource();
        var held = server.Faults.Before(nameof(ISessionGrain.JoinAsync), slow.Id, () => released.Task);
        var joining = slow.JoinAsync(await slow.MemberAsync("Dia"));
        await held;

        await slowHost.CallAsync("RemoveParticipant", slow.Code, removedFirst.Text("participantId")).WaitAsync(Soon);
        await otherHost.CallAsync("RemoveParticipant", other.Code, removedNext.Text("participantId")).WaitAsync(Soon);
        await other.NextAsync(cem, "SessionLeft");

        released.SetResult();
        await (await joining).Client.DisposeAsync();
        await slow.NextAsync(ben, "SessionLeft");
    }

    public sealed class Server : WednesdayServer
    {
        public Server() => Replace = services => services.AddSingleton<IOutgoingGrainCallFilter>(Faults);

        internal GrainFaults Faults { get; } = new();
    }

    private sealed class Screens(params IAsyncDisposable[] screens) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var screen in screens)
            {
                await screen.DisposeAsync();
            }
        }
    }
}

/// <summary>What happens before calls of a grain's method.</summary>
internal sealed class GrainFaults : IOutgoingGrainCallFilter
{
    private readonly ConcurrentDictionary<(string Method, string Key), (Func<Task> Fault, TaskCompletionSource Reached)> _faults = [];

    /// <summary>Runs the fault before each call from now on; returns a task that ends when the first call has come.</summary>
    public Task Before(string method, string key, Func<Task> fault)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _faults[(method, key)] = (fault, reached);
        return reached.Task;
    }

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (_faults.TryGetValue((context.MethodName, context.TargetId.Key.ToString()!), out var entry))
        {
            entry.Reached.TrySetResult();
            await entry.Fault();
        }

        await context.Invoke();
    }
}
