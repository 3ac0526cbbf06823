using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Live.Sessions;

namespace StretchChallenge.Server.Tests.Live;

/// <summary>Thousands who join a break at once share calls of its grain.</summary>
public sealed class SessionSubscriptionTests
{
    private readonly HeldSession _session;
    private readonly SessionSubscription _subscription;

    public SessionSubscriptionTests()
    {
        (var grain, _session) = HeldSession.Create();
        var clock = new ClockOffset(new SteadyClock(new FakeTimeProvider()));
        _subscription = new SessionSubscription("server", grain, observer: null!, clock);
    }

    [Fact]
    public async Task Join_WhileAnotherIsUnderWay_SharesTheNextCall()
    {
        var first = JoinAsync(0);
        var others = Enumerable.Range(1, 300).Select(JoinAsync).ToArray();
        _session.Release();

        Assert.Equal("seat-0", (await first)!.Value!.ParticipantId);
        Assert.Equal(Enumerable.Range(1, 300).Select(number => $"seat-{number}"), (await Task.WhenAll(others)).Select(one => one!.Value!.ParticipantId));
        Assert.Equal([1, 256, 44], _session.Joined);
        Assert.Equal(301, _subscription.People);
    }

    [Fact]
    public async Task Join_TheCallFails_FailsThoseWhoSharedItAlone()
    {
        var first = JoinAsync(0);
        var second = JoinAsync(1);
        _session.Fail(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        Assert.NotNull((await second)!.Value);
        Assert.Equal(1, _subscription.People);
    }

    private Task<Outcome<SessionEntry>?> JoinAsync(int number) =>
        _subscription.JoinAsync($"connection-{number}", new JoinSession("server", null, $"seat-{number}", $"Guest {number}"));
}

/// <summary>Stands in for a session's grain, whose first join waits until it is released.</summary>
public class HeldSession : DispatchProxy
{
    private readonly TaskCompletionSource _first = new();

    /// <summary>How many joined by each call.</summary>
    public List<int> Joined { get; } = [];

    /// <summary>The grain, and what it is told here.</summary>
    public static (ISessionGrain Grain, HeldSession Session) Create()
    {
        var grain = Create<ISessionGrain, HeldSession>();
        return (grain, (HeldSession)grain);
    }

    /// <summary>Lets the first join go on.</summary>
    public void Release() => _first.SetResult();

    /// <summary>Lets the first join fail.</summary>
    public void Fail(Exception error) => _first.SetException(error);

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
    {
        nameof(ISessionGrain.WatchAsync) => Task.FromResult<Outcome<SessionRenewal>>(
            new SessionRenewal(new TimelineSnapshot("session", 0, 0, SessionPhase.Lobby, 0, 0), 0)),
        nameof(ISessionGrain.ReadClockAsync) => Task.FromResult(0.0),
        nameof(ISessionGrain.JoinAsync) => JoinAsync((ImmutableArray<JoinSession>)args![0]!),
        var other => throw new NotSupportedException($"{other} is not needed here."),
    };

    private async Task<ImmutableArray<Outcome<SessionEntry>>> JoinAsync(ImmutableArray<JoinSession> commands)
    {
        Joined.Add(commands.Length);
        if (Joined.Count == 1)
        {
            await _first.Task;
        }

        return [.. commands.Select(command => (Outcome<SessionEntry>)new SessionEntry(command.SeatHash!, SessionRole.Participant, 0, []))];
    }
}
