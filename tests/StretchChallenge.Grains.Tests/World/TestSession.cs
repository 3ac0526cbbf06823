using System.Collections.Immutable;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>A live break of five steps of a minute each, watched by one server, through which everybody joins.</summary>
internal sealed class TestSession : ISessionObserver
{
    /// <summary>The server's name.</summary>
    public const string Server = "server";

    private const string LastWord = "that is all";

    private readonly Workplace _work;
    private readonly HashSet<string> _present = [];
    private readonly List<TimelineSnapshot> _moments = [];
    private readonly List<RosterChange> _rosters = [];
    private readonly List<SessionReactions> _reactions = [];
    private readonly List<string> _removed = [];
    private ISessionObserver? _reference;
    private TaskCompletionSource _heard = new();

    private TestSession(Workplace work, Colleague host, TestChallenge challenge, string id) =>
        (_work, Host, Challenge, Id) = (work, host, challenge, id);

    public static ImmutableArray<long> Steps { get; } = [60_000, 60_000, 60_000, 60_000, 60_000];

    public string Id { get; }

    public string Code { get; private set; } = "";

    public Colleague Host { get; }

    public TestChallenge Challenge { get; }

    public ISessionGrain Grain => _work.Grains.GetGrain<ISessionGrain>(Id);

    public IReadOnlyList<TimelineSnapshot> Snapshots => [.. _moments];

    public IReadOnlyList<RosterChange> Rosters => [.. _rosters];

    public IReadOnlyList<SessionReactions> Reactions => [.. _reactions];

    public IReadOnlyList<string> Removed => [.. _removed];

    /// <summary>How often a change of the plan was told.</summary>
    public int Replanned { get; private set; }

    public static Task<Outcome<SessionCreated>> TryCreateAsync(
        Workplace work, Colleague host, TestChallenge challenge, DateTimeOffset? startsAt, string? id = null) =>
        work.Grains.GetGrain<ISessionGrain>(id ?? Guid.NewGuid().ToString("N")).CreateAsync(
            new CreateSession(host.Id, challenge.Id, "workplace", Steps, startsAt));

    public static async Task<TestSession> OpenAsync(
        Workplace work, Colleague host, TestChallenge challenge, DateTimeOffset? startsAt = null)
    {
        var session = new TestSession(work, host, challenge, Guid.NewGuid().ToString("N"));
        session.Code = (await TryCreateAsync(work, host, challenge, startsAt, session.Id)).Answer().Code;
        session._reference = work.Grains.CreateObjectReference<ISessionObserver>(session);
        await session.RenewAsync();
        return session;
    }

    /// <summary>Watches, or renews the lease, for those who are there.</summary>
    public async Task<SessionRenewal> RenewAsync() => (await Grain.WatchAsync(Server, _reference!, [.. _present])).Answer();

    /// <summary>Watches from a program that was started again; nobody is connected to it yet.</summary>
    public Task<SessionRenewal> WatchAgainAsync()
    {
        _present.Clear();
        _reference = _work.Grains.CreateObjectReference<ISessionObserver>(this);
        return RenewAsync();
    }

    public Task<Outcome<SessionEntry>> TryJoinAsync(Colleague member) => JoinAsync(new JoinSession(Server, member.Id, null, member.Id));

    public async Task<SessionEntry> JoinAsync(Colleague member) => (await TryJoinAsync(member)).Answer();

    public async Task<SessionEntry> JoinAsGuestAsync(string seat) => (await TryJoinAsGuestAsync(seat)).Answer();

    public async Task<SessionEntry> JoinAsGuestAsync(string seat, string? name) => (await TryJoinAsGuestAsync(seat, name)).Answer();

    /// <summary>A guest whose name is like nobody else's.</summary>
    public Task<Outcome<SessionEntry>> TryJoinAsGuestAsync(string seat) => TryJoinAsGuestAsync(seat, $"Guest {seat}");

    public Task<Outcome<SessionEntry>> TryJoinAsGuestAsync(string seat, string? name, string? address = null) =>
        JoinAsync(new JoinSession(Server, null, seat, name) { AddressHash = address });

    /// <summary>A guest who has signed in joins with the seat that they had.</summary>
    public async Task<SessionEntry> JoinWithSeatAsync(Colleague member, string seat) =>
        (await JoinAsync(new JoinSession(Server, member.Id, seat, member.Id))).Answer();

    public Task LeaveAsync(SessionEntry who)
    {
        _present.Remove(who.ParticipantId);
        return Grain.LeaveAsync(Server, who.ParticipantId);
    }

    public Task<Refusal?> ControlAsync(SessionCommand command, Colleague? by = null) => Grain.ControlAsync((by ?? Host).Id, command);

    public async Task DoAsync(SessionCommand command, Colleague? by = null) => Assert.Null(await ControlAsync(command, by));

    public async Task<SessionRoom> RoomAsync() => (await Grain.GetRoomAsync()).Answer();

    public async Task<TimelineSnapshot> NowAsync() => (await RoomAsync()).Now;

    public async Task<(SessionPhase Phase, int Step, long Remaining)> PlaceAsync()
    {
        var now = await NowAsync();
        return (now.Phase, now.Step, now.RemainingMs);
    }

    /// <summary>Lets time pass in steps that no lease is too short for, and waits for what happens by then.</summary>
    public async Task PassAsync(TimeSpan span, bool renew = true)
    {
        var end = _work.Now + span;
        while (_work.Now < end)
        {
            _work.Clock.Advance(end - _work.Now > TimeSpan.FromSeconds(10) ? TimeSpan.FromSeconds(10) : end - _work.Now);
            await Grain.GetRoomAsync();
            if (renew)
            {
                await RenewAsync();
            }
        }

        await SettleAsync();
    }

    /// <summary>Waits for what is due at this instant.</summary>
    public async Task SettleAsync()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            await Grain.WakeAsync();
            _work.Clock.Advance(TimeSpan.Zero);
            await Grain.GetRoomAsync();
            await _work.SettleAsync();
        }

        await HearAsync();
    }

    /// <summary>Waits until all that was sent has been heard: nobody waits for an observer, and it hears in turn.</summary>
    private async Task HearAsync()
    {
        _heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _reference!.RemovedAsync(Id, LastWord);
        await _heard.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Waits until everybody's credit of a break that is over is given: that goes on beside the calls.</summary>
    public async Task UntilSettledAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var store = _work.Get<ISessionStore>();
        while ((await store.LoadAsync(new SessionId(Id), timeout.Token))!.Session.SettledAt is null)
        {
            _work.Clock.Advance(TimeSpan.Zero);
            await Task.Yield();
        }
    }

    /// <summary>Plays the whole break from its start to its end.</summary>
    public async Task PlayAsync()
    {
        await DoAsync(SessionCommand.Start);
        await PassAsync(TimeSpan.FromMinutes(5));
    }

    Task ISessionObserver.SessionChangedAsync(TimelineSnapshot now)
    {
        _moments.Add(now);
        return Task.CompletedTask;
    }

    Task ISessionObserver.SessionReplannedAsync(string sessionId)
    {
        Replanned++;
        return Task.CompletedTask;
    }

    Task ISessionObserver.RosterChangedAsync(RosterChange change)
    {
        _rosters.Add(change);
        return Task.CompletedTask;
    }

    Task ISessionObserver.ReactedAsync(SessionReactions reactions)
    {
        _reactions.Add(reactions);
        return Task.CompletedTask;
    }

    Task ISessionObserver.RemovedAsync(string sessionId, string participantId)
    {
        if (participantId == LastWord)
        {
            _heard.SetResult();
        }
        else
        {
            _removed.Add(participantId);
        }

        return Task.CompletedTask;
    }

    private async Task<Outcome<SessionEntry>> JoinAsync(JoinSession command)
    {
        var outcome = Assert.Single(await Grain.JoinAsync([command]));
        if (outcome.Value is { } entry)
        {
            _present.Add(entry.ParticipantId);
        }

        return outcome;
    }
}
