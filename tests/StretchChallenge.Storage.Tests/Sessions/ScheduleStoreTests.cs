using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Storage.Tests.Sessions;

/// <summary>Recurring breaks and the place of sessions in them.</summary>
public abstract class ScheduleStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private static readonly ScheduleLimits _many = new(10, null);

    private IScheduleStore Schedules => Get<IScheduleStore>();

    private ISessionStore Sessions => Get<ISessionStore>();

    [Fact]
    public async Task Load_ReturnsWhatWasAdded()
    {
        var (challenge, host) = await StartAsync();
        var schedule = Sample.Schedule(challenge.Id, host) with { Plan = new BreakSchedule(new TimeOnly(9, 5), null), Hosts = [host] };
        await Schedules.AddAsync(schedule, _many);

        var loaded = Assert.Single(await Schedules.LoadAsync(challenge.Id));

        Assert.Equal(schedule with { Hosts = [] }, loaded with { Hosts = [] });
        Assert.Equal([host], loaded.Hosts.AsEnumerable());
    }

    [Fact]
    public async Task Change_IsTheNextRevision_AndEndedOnesAreGone()
    {
        var (challenge, host) = await StartAsync();
        var schedule = Sample.Schedule(challenge.Id, host);
        await Schedules.AddAsync(schedule, _many);
        var weekdays = WorkDays.Of(DayOfWeek.Friday);

        Assert.True(await Schedules.ChangeAsync(schedule with { Plan = new BreakSchedule(new TimeOnly(11, 0), weekdays), Hosts = [] }));

        var changed = Assert.Single(await Schedules.LoadAsync(challenge.Id));
        Assert.Equal((1, weekdays, 0), (changed.Revision, changed.Plan.Weekdays, changed.Hosts.Length));
        Assert.True(await Schedules.EndAsync(challenge.Id, schedule.Id, Sample.Now));
        Assert.False(await Schedules.EndAsync(challenge.Id, schedule.Id, Sample.Now));
        Assert.False(await Schedules.ChangeAsync(schedule));
        Assert.Empty(await Schedules.LoadAsync(challenge.Id));
    }

    [Fact]
    public async Task End_OfAnotherChallenge_DoesNothing()
    {
        var (challenge, host) = await StartAsync();
        var (other, _) = await StartAsync();
        var schedule = Sample.Schedule(challenge.Id, host);
        await Schedules.AddAsync(schedule, _many);

        Assert.False(await Schedules.EndAsync(other.Id, schedule.Id, Sample.Now));
    }

    [Fact]
    public async Task Add_MoreThanTheLimits_IsRefused()
    {
        var (challenge, host) = await StartAsync();
        await Sessions.CreateAsync(Sample.Session(challenge.Id, host) with { StartsAt = Sample.Now.AddHours(1) });
        var two = new ScheduleLimits(10, 2);

        Assert.Equal(ScheduleInsertion.Created, await Schedules.AddAsync(Sample.Schedule(challenge.Id, host), two));
        Assert.Equal(ScheduleInsertion.TooManyPlanned, await Schedules.AddAsync(Sample.Schedule(challenge.Id, host), two));
        Assert.Equal(
            ScheduleInsertion.TooManyInChallenge, await Schedules.AddAsync(Sample.Schedule(challenge.Id, host), new ScheduleLimits(1, null)));
    }

    [Fact]
    public async Task CreateSession_ByHand_CountsASchedulesSessionsOnce()
    {
        var (challenge, host) = await StartAsync();
        var schedule = Sample.Schedule(challenge.Id, host);
        await Schedules.AddAsync(schedule, _many);
        for (var day = 0; day < 4; day++)
        {
            Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(Planned(schedule, host, Sample.Monday.AddDays(day))));
        }

        var byHand = Sample.Session(challenge.Id, host) with { StartsAt = Sample.Now.AddHours(1) };

        Assert.Equal(SessionInsertion.TooManyPlanned, await Sessions.CreateAsync(byHand, new SessionLimits(3, 1)));
        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(byHand, new SessionLimits(3, 2)));
    }

    [Fact]
    public async Task CreateSession_ManyForOneDate_IsOne()
    {
        var (challenge, host) = await StartAsync();
        var schedule = Sample.Schedule(challenge.Id, host);
        await Schedules.AddAsync(schedule, _many);

        var created = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Sessions.CreateAsync(Planned(schedule, host, Sample.Monday))));

        Assert.Single(created, SessionInsertion.Created);
        Assert.Equal(7, created.Count(insertion => insertion == SessionInsertion.DateTaken));
    }

    [Fact]
    public async Task GiveUp_FreesTheDate()
    {
        var (challenge, host) = await StartAsync();
        var schedule = Sample.Schedule(challenge.Id, host);
        await Schedules.AddAsync(schedule, _many);
        var session = Planned(schedule, host, Sample.Monday);
        await Sessions.CreateAsync(session);

        await Sessions.GiveUpAsync(session.Id, 1, new SessionEvent(SessionCommand.End, 1_000));

        Assert.Equal(SessionPhase.Cancelled, (await Sessions.LoadAsync(session.Id))!.Session.Phase);
        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(Planned(schedule, host, Sample.Monday)));
    }

    [Fact]
    public async Task LoadUpcoming_HasSessionsFromTheDateOn_AndEndedSchedulesOnlyWithSuch()
    {
        var (challenge, host) = await StartAsync();
        var (kept, ended, over) = (Sample.Schedule(challenge.Id, host), Sample.Schedule(challenge.Id, host), Sample.Schedule(challenge.Id, host));
        foreach (var schedule in new[] { kept, ended, over })
        {
            await Schedules.AddAsync(schedule, _many);
        }

        await Sessions.CreateAsync(Planned(kept, host, Sample.Monday.AddDays(-1)));
        var planned = Planned(kept, host, Sample.Monday);
        await Sessions.CreateAsync(planned);
        await Sessions.CreateAsync(Planned(ended, host, Sample.Monday));
        await Schedules.EndAsync(challenge.Id, ended.Id, Sample.Now);
        await Schedules.EndAsync(challenge.Id, over.Id, Sample.Now);

        foreach (var only in new ChallengeId?[] { challenge.Id, null })
        {
            var upcoming = (await Schedules.LoadUpcomingAsync(only, Sample.Monday)).Where(one => one.Challenge.Id == challenge.Id).ToList();

            Assert.Equal(
                new[] { kept.Id.Value, ended.Id.Value }.Order(StringComparer.Ordinal),
                upcoming.Select(one => one.Schedule.Id.Value).Order(StringComparer.Ordinal));
            Assert.Equal(planned.Id, Assert.Single(upcoming.Single(one => one.Schedule.Id == kept.Id).Sessions).Id);
            Assert.Equal(challenge.Holidays.Order(), upcoming[0].Challenge.Holidays.Order());
        }

        Assert.Empty(await Schedules.LoadUpcomingAsync(challenge.Id, challenge.EndsOn.AddDays(1)));
    }

    [Fact]
    public async Task Hosts_WhoLeftOrDeletedTheirAccount_AreDropped()
    {
        var (challenge, ana) = await StartAsync();
        var (ben, cem) = (await RegisterAsync(), await RegisterAsync());
        await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(challenge.Id, ben), []);
        await Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(challenge.Id, cem), []);
        var schedule = Sample.Schedule(challenge.Id, cem) with { Hosts = [cem, ana, ben] };
        await Schedules.AddAsync(schedule, _many);

        await Get<IChallengeStore>().SaveEnrolmentAsync(
            Sample.Enrolment(challenge.Id, ben) with { Absences = [new DateRange(Sample.Monday, DateOnly.MaxValue)] }, []);
        await Get<LedgerDatabase>().WriteAsync(session => session.ExecuteAsync("DELETE FROM accounts WHERE id = @cem", new { cem }), default);

        var left = Assert.Single(await Schedules.LoadAsync(challenge.Id));
        Assert.Equal([ana], left.Hosts.AsEnumerable());
        Assert.Null(left.Planner);
    }

    [Fact]
    public async Task FollowSchedule_SavesThePlan_AndReturnsTheHosts()
    {
        var (challenge, host) = await StartAsync();
        var schedule = Sample.Schedule(challenge.Id, host);
        await Schedules.AddAsync(schedule, _many);
        var session = Planned(schedule, host, Sample.Monday);
        await Sessions.CreateAsync(session);
        var later = session with
        {
            Host = null,
            StartsAt = Sample.Now.AddHours(3),
            Schedule = session.Schedule! with { Revision = 1, StartsAt = Sample.Now.AddHours(3) },
        };

        var hosts = await Sessions.FollowScheduleAsync(later, isReplanned: true, Sample.Now);

        var stored = (await Sessions.LoadAsync(session.Id))!;
        Assert.Equal([host], hosts.AsEnumerable());
        Assert.Equal([host], stored.ScheduledHosts.AsEnumerable());
        Assert.Equal((1, later.StartsAt, later.Schedule, null), (stored.Session.Revision, stored.Session.StartsAt, stored.Session.Schedule, stored.Session.Host));
    }

    [Fact]
    public async Task FindNext_ForAnotherTeam_ComesLast()
    {
        var (challenge, host) = await StartAsync();
        var team = Sample.Team(challenge.Id);
        await Get<IChallengeStore>().AddTeamAsync(team);
        var member = await RegisterAsync();
        await Get<IChallengeStore>().SaveEnrolmentAsync(
            Sample.Enrolment(challenge.Id, member), [new MembershipRecord(team.Id, challenge.Id, member, Sample.Monday, null)]);
        var (ofTeam, ofAll) = (Later(1) with { Team = team.Id }, Later(2));
        await Sessions.CreateAsync(ofTeam);
        await Sessions.CreateAsync(ofAll);

        Assert.Equal(ofTeam.Id, (await Sessions.FindNextAsync(member, Sample.Now))!.Id);
        Assert.Equal(ofAll.Id, (await Sessions.FindNextAsync(host, Sample.Now))!.Id);
        Assert.Equal(2, (await Sessions.LoadPlannedAsync(member, Sample.Now)).Length);
        Assert.Equal(ofAll.Id, Assert.Single(await Sessions.LoadPlannedAsync(host, Sample.Now)).Session.Id);

        SessionRecord Later(int hours) => Sample.Session(challenge.Id, host) with
        {
            OpensAt = Sample.Now.AddHours(hours),
            StartsAt = Sample.Now.AddHours(hours),
        };
    }

    private async Task<(ChallengeRecord Challenge, UserId Host)> StartAsync()
    {
        var challenge = Sample.Challenge();
        var host = await RegisterAsync();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, host));
        return (challenge, host);
    }

    private static SessionRecord Planned(ScheduleRecord schedule, UserId host, DateOnly date) => Sample.Session(schedule.ChallengeId, host) with
    {
        StartsAt = Sample.Now.AddHours(1),
        Schedule = new ScheduledSession(schedule.Id, date, 0, Sample.Now.AddHours(1)),
    };

    public sealed class OnSqlite() : ScheduleStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : ScheduleStoreTests(postgreSql);
}
