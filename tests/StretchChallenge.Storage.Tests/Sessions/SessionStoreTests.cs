using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Storage.Tests.Sessions;

public abstract class SessionStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private ISessionStore Sessions => Get<ISessionStore>();

    [Fact]
    public async Task Create_ThenLoad_ReturnsEveryValue()
    {
        var session = Sample.Session(await ChallengeAsync(), await RegisterAsync()) with { StartsAt = Sample.Now.AddMinutes(10) };

        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(session));

        AssertSame(session, (await Sessions.LoadAsync(session.Id))!.Session);
        AssertSame(session, await Sessions.FindByCodeAsync(session.Code));
        Assert.Null(await Sessions.LoadAsync(new SessionId("none")));
        Assert.Null(await Sessions.FindByCodeAsync("none"));
    }

    [Fact]
    public async Task Create_CodeOfAnother_IsRefused()
    {
        var first = await CreateAsync();

        Assert.Equal(
            SessionInsertion.CodeTaken, await Sessions.CreateAsync(Sample.Session(first.ChallengeId, first.Host!.Value) with { Code = first.Code }));
    }

    [Fact]
    public async Task AddEvent_ThenLoad_ReturnsTheHistoryToTheMillisecond()
    {
        var session = await CreateAsync();
        SessionEvent[] events = [new(SessionCommand.Start, 1_772_442_000_123), new(SessionCommand.Pause, 1_772_442_001_001)];

        await Sessions.AddEventAsync(session.Id, 1, events[0], SessionPhase.Running);
        await Sessions.AddEventAsync(session.Id, 2, events[1], SessionPhase.Paused);

        var stored = await Sessions.LoadAsync(session.Id);
        Assert.Equal(events, stored!.Events.AsEnumerable());
        Assert.Equal(SessionPhase.Paused, stored.Session.Phase);
    }

    [Fact]
    public async Task AddEvent_NumberThatIsTaken_FailsAndSavesNothing()
    {
        var session = await CreateAsync();
        await Sessions.AddEventAsync(session.Id, 1, new SessionEvent(SessionCommand.Start, 1_000), SessionPhase.Running);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            Sessions.AddEventAsync(session.Id, 1, new SessionEvent(SessionCommand.End, 2_000), SessionPhase.Cancelled));

        Assert.Equal(SessionPhase.Running, (await Sessions.LoadAsync(session.Id))!.Session.Phase);
    }

    [Fact]
    public async Task AddParticipant_ThenLoad_ReturnsThemAndThatTheyAreThere()
    {
        var session = await CreateAsync();
        var member = new ParticipantRecord("p1", await RegisterAsync(), null, "Ben", false, Sample.Now, null);
        var guest = new ParticipantRecord("p2", null, "hash", "Guest", false, Sample.Now.AddSeconds(1), null);

        await Sessions.AddParticipantsAsync(session.Id, [guest]);
        await Sessions.AddParticipantsAsync(session.Id, [member]);

        var stored = await Sessions.LoadAsync(session.Id);
        Assert.Equal([member, guest], stored!.Participants.AsEnumerable());
        Assert.Equal([new("p1", Sample.Now, null), new("p2", Sample.Now.AddSeconds(1), null)], stored.Presences.AsEnumerable());
    }

    [Fact]
    public async Task AddParticipant_AccountOrSeatTwice_Fails()
    {
        var session = await CreateAsync();
        var member = new ParticipantRecord("p1", await RegisterAsync(), null, "Ben", false, Sample.Now, null);
        var guest = new ParticipantRecord("p2", null, "hash", "Guest", false, Sample.Now, null);
        await Sessions.AddParticipantsAsync(session.Id, [member]);
        await Sessions.AddParticipantsAsync(session.Id, [guest]);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Sessions.AddParticipantsAsync(session.Id, [member with { Id = "p3" }]));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Sessions.AddParticipantsAsync(session.Id, [guest with { Id = "p4" }]));

        Assert.Equal(2, (await Sessions.LoadAsync(session.Id))!.Presences.Length);
    }

    [Fact]
    public async Task SavePresences_OpenOnesAndNewOnes_AreKeptByTheirBeginning()
    {
        var session = await CreateAsync();
        await Sessions.AddParticipantsAsync(session.Id, [new ParticipantRecord("p1", null, "hash", "Guest", false, Sample.Now, null)]);
        PresenceRecord[] presences = [new("p1", Sample.Now, Sample.Now.AddSeconds(3)), new("p1", Sample.Now.AddSeconds(5), null)];

        await Sessions.SavePresencesAsync(session.Id, presences, Sample.Now.AddSeconds(5));

        var stored = await Sessions.LoadAsync(session.Id);
        Assert.Equal(presences, stored!.Presences.AsEnumerable());
        Assert.Equal(Sample.Now.AddSeconds(5), stored.Session.SeenAt);
    }

    [Fact]
    public async Task SaveRoles_ReplacesHostRolesAndRemovals()
    {
        var session = await CreateAsync();
        var host = await RegisterAsync();
        var guest = new ParticipantRecord("p1", null, "hash", "Guest", false, Sample.Now, null);
        await Sessions.AddParticipantsAsync(session.Id, [guest]);
        var changed = guest with { IsCoHost = true, RemovedAt = Sample.Now.AddMinutes(1) };

        await Sessions.SaveRolesAsync(session.Id, host, [changed]);

        var stored = await Sessions.LoadAsync(session.Id);
        Assert.Equal(host, stored!.Session.Host);
        Assert.Equal(changed, Assert.Single(stored.Participants));
    }

    [Fact]
    public async Task FindUnsettled_FindsWhatIsOpenByThenUntilItIsSettled()
    {
        var open = await CreateAsync();
        var finished = await CreateAsync();
        await CreateAsync(session => session with { OpensAt = Sample.Now.AddMinutes(1) });
        await Sessions.FinishAsync(finished.Id);

        Assert.Equal([open.Id, finished.Id], (await UnsettledAsync()).OrderBy(id => id == finished.Id));
        await Sessions.SettleAsync(finished.Id, Sample.Now);

        Assert.Equal(open.Id, Assert.Single(await UnsettledAsync()));

        async Task<IEnumerable<SessionId>> UnsettledAsync() => await Sessions.FindUnsettledAsync(Sample.Now);
    }

    [Fact]
    public async Task Create_HostHasTheMostOpen_IsRefusedUntilOneIsOver()
    {
        var first = await CreateAsync();
        var second = Sample.Session(first.ChallengeId, first.Host!.Value);
        var limits = new SessionLimits(MostOpen: 1, MostPlanned: null);
        Assert.Equal(SessionInsertion.TooManyOpen, await Sessions.CreateAsync(second, limits));

        await Sessions.FinishAsync(first.Id);

        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(second, limits));
    }

    [Fact]
    public async Task Create_HostHasTheMostPlanned_IsRefusedForPlannedOnesOfThatChallenge()
    {
        var planned = await CreateAsync(session => session with { StartsAt = Sample.Now.AddHours(1) });
        var limits = new SessionLimits(MostOpen: null, MostPlanned: 1);
        var host = planned.Host!.Value;

        Assert.Equal(SessionInsertion.TooManyPlanned, await Sessions.CreateAsync(Another(planned.ChallengeId), limits));
        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(Another(planned.ChallengeId) with { StartsAt = null }, limits));
        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(Another(await ChallengeAsync()), limits));

        SessionRecord Another(ChallengeId challenge) => Sample.Session(challenge, host) with { StartsAt = Sample.Now.AddHours(2) };
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task Create_ManyAtOnce_AreNoMoreThanTheLimit()
    {
        var first = await CreateAsync();
        var limits = new SessionLimits(MostOpen: 5, MostPlanned: null);

        var insertions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            Sessions.CreateAsync(Sample.Session(first.ChallengeId, first.Host!.Value), limits))));

        Assert.Equal(4, insertions.Count(insertion => insertion == SessionInsertion.Created));
        Assert.Equal(16, insertions.Count(insertion => insertion == SessionInsertion.TooManyOpen));
    }

    [Fact]
    public async Task ChangePlan_ThenLoad_IsTheNextRevision()
    {
        var session = await CreateAsync(session => session with { StartsAt = Sample.Now.AddMinutes(10) });
        var moved = session with
        {
            RoutineId = "gentle", Steps = [1_000], OpensAt = Sample.Now.AddHours(1), StartsAt = Sample.Now.AddHours(2),
        };

        await Sessions.ChangePlanAsync(moved, Sample.Now.AddMinutes(1));

        AssertSame(moved with { Revision = 1, ChangedAt = Sample.Now.AddMinutes(1) }, await Sessions.FindByCodeAsync(session.Code));
    }

    [Fact]
    public async Task AddEvent_ThatCancels_IsTheNextRevision()
    {
        var session = await CreateAsync();

        await Sessions.AddEventAsync(
            session.Id, 1, new SessionEvent(SessionCommand.End, Sample.Now.ToUnixTimeMilliseconds()), SessionPhase.Cancelled);

        AssertSame(
            session with { Phase = SessionPhase.Cancelled, Revision = 1, ChangedAt = Sample.Now }, await Sessions.FindByCodeAsync(session.Code));
    }

    [Fact]
    public async Task Forget_TakesTheParticipantWithTheirPresences()
    {
        var session = await CreateAsync();
        await Sessions.AddParticipantsAsync(session.Id, [new ParticipantRecord("p1", null, "one", "Gus", false, Sample.Now, null)]);
        await Sessions.AddParticipantsAsync(session.Id, [new ParticipantRecord("p2", null, "two", "Gia", false, Sample.Now, null)]);

        await Sessions.ForgetAsync(session.Id, ["p1"]);

        var stored = (await Sessions.LoadAsync(session.Id))!;
        Assert.Equal(("p2", "p2"), (Assert.Single(stored.Participants).Id, Assert.Single(stored.Presences).ParticipantId));
    }

    [Fact]
    public async Task LoadOpen_ReturnsWhatIsNotOverByStart()
    {
        var challenge = await ChallengeAsync();
        var host = await RegisterAsync();
        var later = Sample.Session(challenge, host) with { StartsAt = Sample.Now.AddHours(2), OpensAt = Sample.Now.AddMinutes(1) };
        var open = Sample.Session(challenge, host) with { OpensAt = Sample.Now.AddHours(1) };
        foreach (var session in new[] { later, open, Sample.Session(challenge, host) with { Phase = SessionPhase.Cancelled } })
        {
            await Sessions.CreateAsync(session);
        }

        Assert.Equal([open.Id, later.Id], (await Sessions.LoadOpenAsync(challenge)).Select(session => session.Id));
    }

    [Fact]
    public async Task FindNext_IsTheOneThatOpensFirstAndIsNotOver()
    {
        var user = await RegisterAsync();
        var challenge = await ChallengeAsync(user);
        var over = Sample.Session(challenge, user) with { Phase = SessionPhase.Cancelled };
        var next = Sample.Session(challenge, user) with { OpensAt = Sample.Now.AddHours(1), StartsAt = Sample.Now.AddMinutes(70) };
        var later = Sample.Session(challenge, user) with { OpensAt = Sample.Now.AddHours(2) };
        foreach (var session in new[] { later, over, next })
        {
            await Sessions.CreateAsync(session);
        }

        AssertSame(next, await Sessions.FindNextAsync(challenge, Sample.Now));
        AssertSame(next, await Sessions.FindNextAsync(user, Sample.Now));
        Assert.Null(await Sessions.FindNextAsync(await RegisterAsync(), Sample.Now));
        Assert.Null(await Sessions.FindNextAsync(await ChallengeAsync(), Sample.Now));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task FindNext_ALobbyOpenedByHand_DoesNotHideThePlannedOne()
    {
        var user = await RegisterAsync();
        var challenge = await ChallengeAsync(user);
        var own = Sample.Session(challenge, user) with { OpensAt = Sample.Now.AddHours(-1) };
        var planned = Sample.Session(challenge, user) with { OpensAt = Sample.Now, StartsAt = Sample.Now.AddMinutes(10) };
        var coming = Sample.Session(challenge, user) with { OpensAt = Sample.Now.AddHours(1), StartsAt = Sample.Now.AddMinutes(70) };
        foreach (var session in new[] { own, coming, planned })
        {
            await Sessions.CreateAsync(session);
        }

        AssertSame(planned, await Sessions.FindNextAsync(challenge, Sample.Now));
        AssertSame(own, await Sessions.FindNextAsync(challenge, Sample.Now.AddMinutes(-1)));
    }

    [Fact]
    public async Task FindNextAndPlanned_OfWhoLeftTheChallenge_AreNone()
    {
        var user = await RegisterAsync();
        var challenge = await ChallengeAsync(user, new DateRange(Sample.Monday, DateOnly.MaxValue));
        await Sessions.CreateAsync(Sample.Session(challenge, user) with { StartsAt = Sample.Now.AddHours(1) });

        Assert.Null(await Sessions.FindNextAsync(user, Sample.Now));
        Assert.Empty(await Sessions.LoadPlannedAsync(user, Sample.Now));
    }

    [Fact]
    public async Task LoadPlanned_ReturnsPlannedOnesAfterTheInstantByStart()
    {
        var user = await RegisterAsync();
        var challenge = await ChallengeAsync(user, new DateRange(Sample.Monday, Sample.Monday.AddDays(2)));
        var later = Sample.Session(challenge, user) with { StartsAt = Sample.Now.AddHours(2), Phase = SessionPhase.Cancelled };
        var sooner = Sample.Session(challenge, user) with { StartsAt = Sample.Now.AddHours(1) };
        foreach (var session in new[] { later, sooner, Sample.Session(challenge, user), sooner with { Id = new SessionId("past"), Code = "PAST", StartsAt = Sample.Now } })
        {
            await Sessions.CreateAsync(session);
        }

        var planned = await Sessions.LoadPlannedAsync(user, Sample.Now);

        Assert.Equal([sooner.Id, later.Id], planned.Select(entry => entry.Session.Id));
        Assert.All(planned, entry => Assert.Equal("Spring", entry.ChallengeName));
    }

    private async Task<SessionRecord> CreateAsync(Func<SessionRecord, SessionRecord>? change = null)
    {
        var session = Sample.Session(await ChallengeAsync(), await RegisterAsync());
        session = change?.Invoke(session) ?? session;
        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(session));
        return session;
    }

    private async Task<ChallengeId> ChallengeAsync(UserId? member = null, params DateRange[] absences)
    {
        var challenge = Sample.Challenge();
        var enrolment = Sample.Enrolment(challenge.Id, member ?? await RegisterAsync()) with { Absences = [.. absences] };
        await Get<IChallengeStore>().CreateAsync(challenge, enrolment);
        return challenge.Id;
    }

    private static void AssertSame(SessionRecord expected, SessionRecord? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Steps, actual.Steps.AsEnumerable());
        Assert.Equal(expected with { Steps = [] }, actual with { Steps = [] });
    }

    public sealed class OnSqlite() : SessionStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : SessionStoreTests(postgreSql);
}
