using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Sessions;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Grains.Tests.Hosting;
using StretchChallenge.Grains.Tests.World;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Grains.Tests.Sessions;

/// <summary>What a live break allows, and what those in it are told.</summary>
public sealed class SessionTests(GrainFixture fixture) : GrainTests(fixture), IClassFixture<GrainFixture>
{
    private TestChallenge? _spring;
    private TestSession? _break;
    private Colleague[] _people = [];

    private TestSession Break => _break!;

    private TestChallenge Spring => _spring!;

    private Colleague Ana => _people[0];

    private Colleague Ben => _people[1];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await Work.HireAllAsync("ana", "ben", "cem");
        _spring = await Work.StartChallengeAsync(Ana);
        await Spring.AddTeamAsync("Blue", _people);
        _break = await TestSession.OpenAsync(Work, Ana, Spring);
    }

    [Fact]
    public async Task Create_HasACodeWithoutLookAlikes_AndAnOpenLobby()
    {
        Assert.Matches("^[2-9A-HJ-NP-Z]{6}$", Break.Code);
        var view = (await Break.Grain.GetAsync()).Answer();
        Assert.Equal((Break.Code, Spring.Id, SessionPhase.Lobby, "ana", 0), (view.Code, view.ChallengeId, view.Phase, view.HostId, view.Participants));
        Assert.Equal((SessionPhase.Lobby, 0, 60_000L), await Break.PlaceAsync());
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Command_OfNobodyWithoutAHost_IsRefused()
    {
        var cem = _people[2];
        var session = new SessionRecord(
            new SessionId(Guid.NewGuid().ToString("N")), "NOHOST", new ChallengeId(Spring.Id), "workplace", TestSession.Steps, Host: null,
            Work.Now, StartsAt: null, SessionPhase.Lobby, Work.Now, Work.Now, SettledAt: null);
        await Work.Get<ISessionStore>().CreateAsync(session);
        var seat = new ParticipantRecord("seat", new UserId(cem.Id), null, "Cem", false, Work.Now, null);
        await Work.Get<ISessionStore>().AddParticipantsAsync(session.Id, [seat]);
        var grain = Work.Grains.GetGrain<ISessionGrain>(session.Id.Value);

        (await grain.ControlAsync(null!, SessionCommand.Start)).IsFor(RefusalKind.Forbidden, "not-host");
        (await grain.RemoveAsync(null!, "seat")).IsFor(RefusalKind.Forbidden, "not-host");
        (await grain.HandOverAsync(null!, "seat")).IsFor(RefusalKind.Forbidden, "host-only");
        (await grain.MakeCoHostAsync(null!, "seat")).IsFor(RefusalKind.Forbidden, "host-only");
        (await grain.TakeOverAsync(null!, ChallengeRole.Organiser)).IsFor(RefusalKind.Conflict, "join-first");
    }

    [Fact]
    public async Task Create_InThePastOrTooFarAhead_IsRefused()
    {
        (await TestSession.TryCreateAsync(Work, Ana, Spring, Work.Now.AddMinutes(-2))).IsRefused(RefusalKind.Invalid, "starts-in-the-past");
        (await TestSession.TryCreateAsync(Work, Ana, Spring, Work.Now.AddDays(367))).IsRefused(RefusalKind.Invalid, "starts-too-late");
    }

    [Fact]
    public async Task Create_FiftyOpenOnes_AreTheMost()
    {
        for (var number = 1; number < 50; number++)
        {
            (await TestSession.TryCreateAsync(Work, Ana, Spring, null)).Answer();
        }

        (await TestSession.TryCreateAsync(Work, Ana, Spring, null)).IsRefused(RefusalKind.Conflict, "too-many-sessions");
    }

    [Fact]
    public async Task UnknownSession_RefusesEverything()
    {
        var nothing = Work.Grains.GetGrain<ISessionGrain>("nothing");

        (await nothing.GetAsync()).IsRefused(RefusalKind.NotFound, "unknown-session");
        (await nothing.GetRoomAsync()).IsRefused(RefusalKind.NotFound, "unknown-session");
        (await nothing.JoinAsync([new JoinSession("server", "ana", null, "ana")]))[0].IsRefused(RefusalKind.NotFound, "unknown-session");
        (await nothing.ControlAsync("ana", SessionCommand.Start)).IsFor(RefusalKind.NotFound, "unknown-session");
        await nothing.WakeAsync();
    }

    [Fact]
    public async Task Commands_AreToldWithTheNextNumber_AndTheRestOfTheStep()
    {
        await Break.JoinAsync(Ana);
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(TimeSpan.FromSeconds(70));
        await Break.DoAsync(SessionCommand.Pause);
        await Break.PassAsync(TimeSpan.FromSeconds(30));
        await Break.DoAsync(SessionCommand.Resume);
        await Break.DoAsync(SessionCommand.Skip);
        await Break.DoAsync(SessionCommand.End);
        await Break.SettleAsync();

        Assert.Equal(
            [
                (1, SessionPhase.Running, 0, 60_000L), (2, SessionPhase.Paused, 1, 50_000), (3, SessionPhase.Running, 1, 50_000),
                (4, SessionPhase.Running, 2, 60_000), (5, SessionPhase.Finished, 5, 0),
            ],
            Break.Snapshots.Select(moment => (moment.Seq, moment.Phase, moment.Step, moment.RemainingMs)));
    }

    [Fact]
    public async Task Finish_ComesByItself_AtTheEndOfTheTimeline()
    {
        await Break.JoinAsync(Ana);
        await Break.DoAsync(SessionCommand.Start);
        await Break.PassAsync(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.Single(Break.Snapshots);

        await Break.PassAsync(TimeSpan.FromMilliseconds(1));

        Assert.Equal((2, SessionPhase.Finished, 5), (Break.Snapshots[1].Seq, Break.Snapshots[1].Phase, Break.Snapshots[1].Step));
    }

    [Fact]
    public async Task Commands_OutOfState_AreRefusedAndChangeNothing()
    {
        (await Break.ControlAsync(SessionCommand.Pause)).IsFor(RefusalKind.Conflict, "not-started");
        (await Break.ControlAsync(SessionCommand.Skip)).IsFor(RefusalKind.Conflict, "not-started");
        await Break.DoAsync(SessionCommand.Start);
        (await Break.ControlAsync(SessionCommand.Start)).IsFor(RefusalKind.Conflict, "already-started");
        (await Break.ControlAsync(SessionCommand.Resume)).IsFor(RefusalKind.Conflict, "not-paused");
        await Break.DoAsync(SessionCommand.Pause);
        (await Break.ControlAsync(SessionCommand.Pause)).IsFor(RefusalKind.Conflict, "already-paused");
        await Break.DoAsync(SessionCommand.End);
        (await Break.ControlAsync(SessionCommand.Resume)).IsFor(RefusalKind.Conflict, "session-over");

        Assert.Equal(3, (await Break.NowAsync()).Seq);
    }

    [Fact]
    public async Task EndInTheLobby_Cancels()
    {
        await Break.DoAsync(SessionCommand.End);

        Assert.Equal(SessionPhase.Cancelled, (await Break.NowAsync()).Phase);
        (await Break.TryJoinAsync(Ben)).IsRefused(RefusalKind.Conflict, "session-over");
    }

    [Fact]
    public async Task Commands_OfAnybodyElse_AreRefused()
    {
        await Break.JoinAsync(Ben);

        (await Break.ControlAsync(SessionCommand.Start, Ben)).IsFor(RefusalKind.Forbidden, "not-host");
        (await Break.Grain.RemoveAsync("ben", "x")).IsFor(RefusalKind.Forbidden, "not-host");
        (await Break.Grain.HandOverAsync("ben", "x")).IsFor(RefusalKind.Forbidden, "host-only");
        (await Break.Grain.MakeCoHostAsync("ben", "x")).IsFor(RefusalKind.Forbidden, "host-only");
        Assert.Equal(SessionPhase.Lobby, (await Break.NowAsync()).Phase);
    }

    [Fact]
    public async Task CoHost_MayDoWhatTheHostMay_ButChooseHosts()
    {
        var ben = await Break.JoinAsync(Ben);
        Assert.Null(await Break.Grain.MakeCoHostAsync("ana", ben.ParticipantId));

        await Break.DoAsync(SessionCommand.Start, Ben);

        (await Break.Grain.MakeCoHostAsync("ben", ben.ParticipantId)).IsFor(RefusalKind.Forbidden, "host-only");
        Assert.Equal(SessionRole.CoHost, (await Break.JoinAsync(Ben)).Role);
    }

    [Fact]
    public async Task HandOver_ToSomebodyInTheRoom_MakesThemTheHost()
    {
        var ana = await Break.JoinAsync(Ana);
        var ben = await Break.JoinAsync(Ben);
        var guest = await Break.JoinAsGuestAsync("seat");
        await Break.PassAsync(TimeSpan.FromSeconds(1));

        (await Break.Grain.HandOverAsync("ana", guest.ParticipantId)).IsFor(RefusalKind.Conflict, "needs-account");
        Assert.Null(await Break.Grain.HandOverAsync("ana", ben.ParticipantId));
        await Break.PassAsync(TimeSpan.FromSeconds(1));

        (await Break.Grain.HandOverAsync("ana", ben.ParticipantId)).IsFor(RefusalKind.Forbidden, "host-only");
        Assert.Equal(
            [(ana.ParticipantId, SessionRole.CoHost), (ben.ParticipantId, SessionRole.Host)],
            Break.Rosters[^1].Changed.Select(one => (one.Id, one.Role)).OrderBy(one => one.Role));
        await Break.LeaveAsync(ana);
        (await Break.Grain.HandOverAsync("ben", ana.ParticipantId)).IsFor(RefusalKind.Conflict, "not-here");
    }

    [Fact]
    public async Task TakeOver_HostAwayForHalfAMinute_IsTheCaptainsRight()
    {
        await Ana.AppointAsync(Spring, Ben, ChallengeRole.Captain);
        var ana = await Break.JoinAsync(Ana);
        (await Break.Grain.TakeOverAsync("ben", ChallengeRole.Captain)).IsFor(RefusalKind.Conflict, "join-first");
        await Break.JoinAsync(Ben);
        await Break.JoinAsync(_people[2]);
        (await Break.Grain.TakeOverAsync("ben", ChallengeRole.Captain)).IsFor(RefusalKind.Conflict, "host-is-here");
        await Break.LeaveAsync(ana);
        await Break.PassAsync(TimeSpan.FromSeconds(29));
        (await Break.Grain.TakeOverAsync("ben", ChallengeRole.Captain)).IsFor(RefusalKind.Conflict, "host-is-here");
        await Break.PassAsync(TimeSpan.FromSeconds(1));

        (await Break.Grain.TakeOverAsync("cem", ChallengeRole.Participant)).IsFor(RefusalKind.Forbidden, "captains-take-over");
        Assert.Null(await Break.Grain.TakeOverAsync("ben", ChallengeRole.Captain));

        await Break.DoAsync(SessionCommand.Start, Ben);
        Assert.Equal(SessionRole.CoHost, (await Break.JoinAsync(Ana)).Role);
    }

    [Fact]
    public async Task Join_Again_IsTheSamePlace()
    {
        var first = await Break.JoinAsync(Ben);
        await Break.LeaveAsync(first);

        Assert.Equal(first.ParticipantId, (await Break.JoinAsync(Ben)).ParticipantId);
        Assert.Equal(1, (await Break.RoomAsync()).Count);
    }

    [Fact]
    public async Task Guest_ComesBackByTheirSeatAlone()
    {
        var guest = await Break.JoinAsGuestAsync("seat", "Gus");

        Assert.Equal(guest.ParticipantId, (await Break.JoinAsGuestAsync("seat", name: null)).ParticipantId);
        (await Break.TryJoinAsGuestAsync("another", name: null)).IsRefused(RefusalKind.NotFound, "unknown-seat");
        (await Break.TryJoinAsGuestAsync("ana", name: null)).IsRefused(RefusalKind.NotFound, "unknown-seat");
    }

    [Fact]
    public async Task Remove_SendsThemOut_AndTheyCannotComeBack()
    {
        var ben = await Break.JoinAsync(Ben);
        var ana = await Break.JoinAsync(Ana);

        (await Break.Grain.RemoveAsync("ana", ana.ParticipantId)).IsFor(RefusalKind.Conflict, "host-stays");
        Assert.Null(await Break.Grain.RemoveAsync("ana", ben.ParticipantId));
        await Break.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(ben.ParticipantId, Assert.Single(Break.Removed));
        Assert.Equal(1, (await Break.RoomAsync()).Count);
        (await Break.TryJoinAsync(Ben)).IsRefused(RefusalKind.Forbidden, "removed");
    }

    [Fact]
    public async Task Roster_IsToldTogether_AtMostFourTimesASecond()
    {
        for (var step = 0; step < 100; step++)
        {
            await Break.JoinAsGuestAsync($"seat {step}");
            await Break.PassAsync(TimeSpan.FromMilliseconds(10), renew: false);
        }

        await Break.PassAsync(TimeSpan.FromMilliseconds(250), renew: false);

        Assert.InRange(Break.Rosters.Count, 4, 6);
        Assert.Equal(100, Break.Rosters.Sum(roster => roster.Joined.Length));
        Assert.Equal(100, Break.Rosters[^1].Count);
    }

    [Fact]
    public async Task Roster_WhoCameAndWentBetweenTwoMessages_IsNotTold()
    {
        var ben = await Break.JoinAsync(Ben);
        await Break.PassAsync(TimeSpan.FromSeconds(1));
        // The first change after a quiet time is sent at once; the next message then has to wait.
        await Break.JoinAsGuestAsync("a seat", "gus");
        await Break.SettleAsync();
        await Break.LeaveAsync(ben);
        await Break.JoinAsync(Ben);

        await Break.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["ben", "gus"], Break.Rosters.Select(roster => Assert.Single(roster.Joined).Name));
    }

    [Fact]
    public async Task Reactions_AreCounted_AndToldTogether()
    {
        var ben = await Break.JoinAsync(Ben);
        await Break.PassAsync(TimeSpan.FromSeconds(1));
        // The first reaction after a quiet time is sent at once; the next message then has to wait.
        await Break.Grain.ReactAsync(ben.ParticipantId, ReactionKind.Heart);
        await Break.SettleAsync();
        foreach (var kind in new[] { ReactionKind.Clap, ReactionKind.Heart, ReactionKind.Clap })
        {
            await Break.Grain.ReactAsync(ben.ParticipantId, kind);
        }

        await Break.Grain.ReactAsync("nobody", ReactionKind.Clap);
        await Break.PassAsync(TimeSpan.FromMilliseconds(250));

        Assert.Equal(2, Break.Reactions.Count);
        var counts = Break.Reactions[^1].Counts;
        Assert.Equal((2, 1, 2), (counts[ReactionKind.Clap], counts[ReactionKind.Heart], counts.Count));
    }

    [Fact]
    public async Task Room_OfThreeThousand_IsFull_ButForItsHost()
    {
        for (var seat = 0; seat < 2_500; seat++)
        {
            await Break.JoinAsGuestAsync($"seat {seat}");
        }

        (await Break.TryJoinAsGuestAsync("one more")).IsRefused(RefusalKind.Conflict, "session-full");

        await Break.JoinAsync(Ben);
        await Break.JoinAsync(Ana);
        var room = await Break.RoomAsync();
        Assert.Equal((2_502, 201), (room.Count, room.Participants.Length));
        Assert.Contains(room.Participants, one => one.Role == SessionRole.Host);

        await Break.PassAsync(TimeSpan.FromSeconds(1));
        var named = Break.Rosters.SelectMany(change => change.Joined.Select(one => one.Id).Except(change.Left)).ToHashSet();
        Assert.Equal(room.Participants.Select(one => one.Id).Order(), named.Order());
        Assert.Equal(2_502, Break.Rosters[^1].Count);
    }

    [Fact]
    public async Task LostServer_ItsPeopleAreGone()
    {
        await Break.JoinAsync(Ben);
        await Break.PassAsync(TimeSpan.FromSeconds(50), renew: false);
        Assert.Equal(1, (await Break.RoomAsync()).Count);

        await Break.PassAsync(TimeSpan.FromSeconds(30), renew: false);

        Assert.Equal(0, (await Break.RoomAsync()).Count);
    }

    [Fact]
    public async Task Renewal_TellsWhereTheSessionStands_AndTakesWhoIsThere()
    {
        var ben = await Break.JoinAsync(Ben);
        await Break.DoAsync(SessionCommand.Start);

        var watch = await Break.RenewAsync();

        Assert.Equal((1, 1), (watch.Now.Seq, watch.Count));
        Assert.Equal(0, (await Break.Grain.WatchAsync(TestSession.Server, Work.Grains.CreateObjectReference<ISessionObserver>(Break), [])).Answer().Count);
        Assert.Equal(ben.ParticipantId, (await Break.JoinAsync(Ben)).ParticipantId);
    }
}
