using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Tests.Sessions;

/// <summary>A planned break acts at its instant, though no node was asked for it; its reminder goes when it is not needed.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(SessionPlan.MaxStartDelay);
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(90);

    private SessionCluster? _cluster;

    private SessionCluster Cluster => _cluster!;

    public async Task InitializeAsync() => _cluster = await SessionCluster.StartAsync();

    public async Task DisposeAsync() => await Cluster.DisposeAsync();

    [Fact]
    public async Task Create_Planned_RegistersAReminderShortlyBeforeTheStart()
    {
        var (id, now) = await Cluster.CreateAsync(Ahead);

        var reminder = await Cluster.ReminderOfAsync(id);

        Assert.Equal((now + Ahead - Lead).UtcDateTime, reminder!.StartAt);
        Assert.Equal(TimeSpan.FromMinutes(1), reminder.Period);
    }

    [Fact]
    public async Task Reminder_ProgramStartedAgain_WakesTheBreakThatNobodyComesTo()
    {
        var (id, now) = await Cluster.CreateAsync(Ahead);
        await Cluster.RestartAsync();
        await Cluster.Clock.UntilAwaitedAsync(now + Ahead - Lead);

        Cluster.Clock.SetUtcNow(now + Ahead - Lead);
        await Cluster.UntilAwakeAsync(id);
        await Cluster.Clock.UntilAwaitedAsync(now + Ahead + Patience);
        Cluster.Clock.SetUtcNow(now + Ahead + Patience);

        Assert.Equal([End(now + Ahead + Patience)], await Cluster.UntilMovedAsync(id));
    }

    [Fact]
    public async Task Reminder_OfNoBreak_UnregistersItself()
    {
        var (id, _) = await Cluster.CreateAsync(Ahead);
        var orphan = await Cluster.ReminderOfAsync(id);
        orphan!.GrainId = Cluster.Session("none").GetGrainId();
        await Cluster.Reminders.UpsertRow(orphan);

        await Cluster.RemindAsync("none");

        Assert.Null(await Cluster.ReminderOfAsync("none"));
        Assert.NotNull(await Cluster.ReminderOfAsync(id));
    }

    [Fact]
    public async Task Reminder_OfABreakThatIsOverAndSettled_UnregistersItself()
    {
        var (id, _) = await Cluster.CreateAsync(Ahead);
        await Cluster.RemindAsync(id);
        Assert.NotNull(await Cluster.ReminderOfAsync(id));
        Assert.Null(await Cluster.Session(id).ControlAsync(id, SessionCommand.End));
        await Cluster.UntilSettledAsync(id);

        await Cluster.RemindAsync(id);

        Assert.Null(await Cluster.ReminderOfAsync(id));
    }

    [Fact]
    public async Task Wake_OfABreakWhoseReminderIsMissing_RegistersIt()
    {
        var (id, _) = await Cluster.CreateAsync(Ahead);
        await Cluster.DeactivateAsync(id);
        await Cluster.Reminders.TestOnlyClearTable();
        Assert.Equal([new SessionId(id)], await WithoutReminderAsync());

        await Cluster.Session(id).WakeAsync();

        Assert.NotNull(await Cluster.ReminderOfAsync(id));
        Assert.Empty(await WithoutReminderAsync());

        async Task<IEnumerable<SessionId>> WithoutReminderAsync() =>
            await Cluster.Get<ISessionStore>().FindWithoutReminderAsync(ISessionGrain.GrainType);
    }

    [Fact]
    public async Task Wake_ByThreeNodesAtOnce_HappensOnceAndOnTime()
    {
        await using var three = await SessionCluster.StartAsync(silos: 3);
        var (id, now) = await three.CreateAsync(Ahead);
        await three.Clock.UntilAwaitedAsync(now + Ahead + Patience);

        three.Clock.SetUtcNow(now + Ahead + Patience);
        await Task.WhenAll(three.Nodes.Select(node => node.GetGrain<ISessionGrain>(id).WakeAsync()));

        Assert.Equal([End(now + Ahead + Patience)], await three.UntilMovedAsync(id));
        Assert.Equal(SessionPhase.Cancelled, (await three.LoadAsync(id)).Session.Phase);
    }

    private static SessionEvent End(DateTimeOffset at) => new(SessionCommand.End, at.ToUnixTimeMilliseconds());
}
