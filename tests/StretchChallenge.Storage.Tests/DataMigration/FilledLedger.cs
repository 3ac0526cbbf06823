using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Calendars;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Idempotency;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.PrivateHealth;
using StretchChallenge.Storage.Reminders;
using StretchChallenge.Storage.Results;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Teams;
using StretchChallenge.Storage.Tests.Ledger;
using StretchChallenge.Storage.Users;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Storage.Tests.DataMigration;

/// <summary>
/// Fills a database through the stores: rows in every table, and every column that may be empty both empty and not. A
/// table or column that a new migration brings is wanted here too; a test says so.
/// </summary>
internal sealed class FilledLedger(LedgerNode node)
{
    private const int AtOnce = 512;

    /// <summary>Somebody with something in every table that can be theirs.</summary>
    public AccountRecord Person { get; } = Sample.Account() with { DisplayName = "Zoë \t \"O'Neill\"\n😀", AccessFailedCount = int.MaxValue };

    /// <summary>Adds a few rows to each table.</summary>
    public async Task FillAsync()
    {
        await AddPeopleAsync();
        var challenge = Sample.Challenge();
        var team = Sample.Team(challenge.Id);
        await AddChallengeAsync(challenge, team);
        await AddSealedDaysAsync(team);
        await AddPurgedChallengeAsync();
        var session = Sample.Session(challenge.Id, Person.Id);
        await AddSessionsAsync(session);
        await AddTeamTalkAsync(challenge.Id, team.Id);
        await AddDaysAsync(session.Id);
        await AddTheRestAsync(challenge.Id);
        await AddResultsAsync(challenge.Id);
    }

    /// <summary>Adds that many check-ins, by people who each did one a day.</summary>
    public async Task CheckInAsync(int people, int days)
    {
        for (var person = 0; person < people; person++)
        {
            var account = Sample.Account();
            await node.Get<IAccountStore>().CreateAsync(account, mayBeFirst: false);
            foreach (var chunk in Enumerable.Range(0, days).Chunk(AtOnce))
            {
                await Task.WhenAll(chunk.Select(day => CommitAsync(Sample.CheckIn(account.Id, Sample.Monday.AddDays(day)))));
            }
        }
    }

    private Task<LedgerOutcome> CommitAsync(CheckInEntry entry) => node.Get<ILedgerWriter>().OutcomeAsync(entry);

    private async Task AddPeopleAsync()
    {
        var accounts = node.Get<IAccountStore>();
        await accounts.CreateAsync(Person, mayBeFirst: true);
        var guest = Sample.Account(kind: AccountKind.Guest) with { Email = null, NormalizedEmail = null, PasswordHash = null, LockoutEnd = null };
        await accounts.CreateAsync(guest, mayBeFirst: false);

        var people = node.Get<IPeopleStore>();
        await people.SaveZoneChangesAsync(Person.Id, [new ZoneChange(Sample.Now.AddTicks(10), "Asia/Kolkata", Neutralises: true)]);
        await people.SaveWorkPatternsAsync(Person.Id, [new WorkPatternChange(Sample.Monday, WorkDays.Of())]);
        await people.AddTimeOffAsync(Person.Id, [new TimeOffRecord(Sample.NewId(), Sample.Monday, Sample.Monday.AddDays(2), Sample.Monday)]);
    }

    private async Task AddChallengeAsync(ChallengeRecord challenge, TeamRecord team)
    {
        var challenges = node.Get<IChallengeStore>();
        var enrolment = Sample.Enrolment(challenge.Id, Person.Id) with { Absences = [new DateRange(Sample.Monday, Sample.Monday)] };
        await challenges.CreateAsync(challenge, enrolment);
        await challenges.AddTeamAsync(team);
        await challenges.SaveEnrolmentAsync(
            enrolment,
            [
                new MembershipRecord(team.Id, challenge.Id, Person.Id, Sample.Monday, Sample.Monday.AddDays(3)),
                new MembershipRecord(team.Id, challenge.Id, Person.Id, Sample.Monday.AddDays(4), null),
            ]);
    }

    private async Task AddResultsAsync(ChallengeId challenge)
    {
        var results = node.Get<IResultsStore>();
        var entry = new AuditEntry(AuditEntry.NewId(Sample.Now), challenge, Sample.Now, Person.Id, "dayCorrected", Person.Id, "{}");
        await results.CorrectAsync(new CorrectionRecord(challenge, Person.Id, Sample.Monday, Done: true, "Was \"here\"", Sample.Now), entry);
        var season = Sample.Challenge() with { Follows = challenge, WorkHours = new WorkHours(new TimeOnly(8, 0), new TimeOnly(16, 30)) };
        entry = entry with { Id = AuditEntry.NewId(Sample.Now) };
        await results.CopyAsync(season, Sample.Enrolment(season.Id, Person.Id), [Sample.Team(season.Id)], entry);
        await results.CancelAsync(season.Id, Sample.Now, entry with { Id = AuditEntry.NewId(Sample.Now) });
    }

    private async Task AddSessionsAsync(SessionRecord session)
    {
        var sessions = node.Get<ISessionStore>();
        await sessions.CreateAsync(session);
        await sessions.ChangePlanAsync(session, Sample.Now.AddSeconds(1));
        await sessions.CreateAsync(Sample.Session(session.ChallengeId, Person.Id) with { Host = null, StartsAt = Sample.Now.AddMilliseconds(1) });
        await sessions.AddEventAsync(session.Id, 1, new SessionEvent(SessionCommand.Start, 1_772_442_000_123), SessionPhase.Running);
        await sessions.AddParticipantsAsync(session.Id, [new ParticipantRecord("p1", Person.Id, null, "Zoë", true, Sample.Now, null)]);
        await sessions.AddParticipantsAsync(session.Id, [new ParticipantRecord("p2", null, "hash", "Guest", false, Sample.Now, Sample.Now.AddSeconds(9))]);
        await sessions.SavePresencesAsync(
            session.Id,
            [new PresenceRecord("p1", Sample.Now, null), new PresenceRecord("p2", Sample.Now, Sample.Now.AddMinutes(1))],
            Sample.Now.AddMinutes(2));
        await sessions.SettleAsync(session.Id, Sample.Now.AddHours(1));
        await node.Get<IReminderStore>().SaveAsync(new ReminderRecord(
            $"session/{session.Id.Value}", uint.MaxValue, "session", Sample.Now, TimeSpan.FromMinutes(1), ETag: ""));
    }

    private async Task AddTeamTalkAsync(ChallengeId challenge, TeamId team)
    {
        var schedule = Sample.Schedule(challenge, Person.Id) with { Team = team, EndedAt = Sample.Now };
        await node.Get<IScheduleStore>().AddAsync(schedule, new ScheduleLimits(2, null));
        var ownerless = Sample.Schedule(challenge, Person.Id) with { Planner = null, Plan = new BreakSchedule(new TimeOnly(9, 0), null) };
        await node.Get<IScheduleStore>().AddAsync(ownerless, new ScheduleLimits(2, null));
        await node.Get<ISessionStore>().CreateAsync(Sample.Session(challenge, Person.Id) with
        {
            Team = team,
            Schedule = new ScheduledSession(schedule.Id, Sample.Monday, 1, Sample.Now.AddTicks(10)),
        });
        var talk = node.Get<ITeamTalkStore>();
        await talk.SaveChoiceAsync(Person.Id, accepts: true);
        await talk.AddAsync(new NudgeRecord
        {
            ReceiverId = Person.Id,
            SenderId = Person.Id,
            TeamId = team,
            LocalDate = Sample.Monday,
            Kind = "Cheer",
            SentAt = Sample.Now,
        });
        await talk.ReactAsync(new ReactionRecord
        {
            TeamId = team,
            PersonId = Person.Id,
            Milestone = "Streak-5",
            LocalDate = Sample.Monday,
            UserId = Person.Id,
            Kind = "Clap",
        });
    }

    private async Task AddDaysAsync(SessionId session)
    {
        var guided = Sample.CheckIn(Person.Id);
        await CommitAsync(guided);
        var live = Sample.CheckIn(Person.Id, Sample.Monday.AddDays(1));
        await CommitAsync(live with { Completion = live.Completion! with { Variant = null, Session = session } });
    }

    // What the deletion of a colleague leaves.
    private async Task AddSealedDaysAsync(TeamRecord team)
    {
        var colleague = Sample.Account();
        await node.Get<IAccountStore>().CreateAsync(colleague, mayBeFirst: false);
        await node.Get<IAccountDeletion>().DeleteAsync(colleague.Id, (_, _) => new SealedPersonDays(
            [new SealedTeamDay(team.Id, Sample.Monday, Done: 1, Due: 1)],
            [new SealedChallengeDay(team.ChallengeId, Sample.Monday.AddDays(1), Done: 1, Due: 1)]));
    }

    // One that is over for long, with somebody who started in it and somebody who never did.
    private async Task AddPurgedChallengeAsync()
    {
        var challenge = Sample.Challenge();
        var other = Sample.Account(kind: AccountKind.Guest);
        await node.Get<IAccountStore>().CreateAsync(other, mayBeFirst: false);
        await node.Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, Person.Id));
        await node.Get<IChallengeStore>().SaveEnrolmentAsync(Sample.Enrolment(challenge.Id, other.Id), []);
        await node.Get<IDayRetention>().PurgeAsync(challenge.Id, most: 10, Sample.Now, (person, of) => new KeptDays(
            new PersonResult { ChallengeId = of.Id, UserId = person.Id, StartedOn = person.Id == Person.Id ? Sample.Monday : null },
            new SealedPersonDays([], [])));
    }

    private async Task AddTheRestAsync(ChallengeId challenge)
    {
        await node.Get<IWallStore>().AddAsync(new WallRecord(Sample.NewId(), challenge, Sample.Now), most: 1);
        var entry = new AuditEntry(AuditEntry.NewId(Sample.Now), challenge, Sample.Now, Person.Id, "memberRemoved", Person.Id, "{}");
        await node.Get<IAuditLog>().AppendAsync(entry);
        await node.Get<IAuditLog>().AppendAsync(entry with { Id = AuditEntry.NewId(Sample.Now), ChallengeId = null, ActorId = null, SubjectId = null });
        var team = Sample.Team(challenge, "Plum") with { Colour = TeamColour.Plum };
        await node.Get<IInvitedPeopleStore>().SaveAsync(
            challenge,
            [team],
            [
                new InvitedPerson(Sample.NewId(), Person.NormalizedEmail!, Person.Email!, "Zoë", team.Id, ChallengeRole.Captain, Sample.Now),
                new InvitedPerson(Sample.NewId(), "B@EXAMPLE.ORG", "b@example.org", null, null, null, Sample.Now),
            ],
            most: 10,
            entry with { Id = AuditEntry.NewId(Sample.Now), Action = "peopleInvited" });
        await node.Get<ICalendarFeedStore>().SaveAsync(Person.Id, Sample.NewId(), Sample.Now);
        await node.Get<IRevokedSignInStore>().AddAsync(new RevokedSignIn(Sample.NewId(), Sample.Now, Sample.Now.AddDays(30)));
        var expiry = Sample.Now.AddDays(30);
        await node.Get<ISignInStore>().SaveAsync(Person.Id, new SignInRecord(Sample.NewId(), Sample.Now, Sample.Now, "Firefox, Linux"));
        await node.Get<ISignInStore>().SaveAsync(Person.Id, new SignInRecord(Sample.NewId(), Sample.Now, Sample.Now, null));
        var passkey = Sample.Passkey(Person.Id);
        await node.Get<IPasskeyStore>().AddAsync(passkey, Sample.Challenge(Sample.Now), most: 2);
        await node.Get<IPasskeyStore>().UseAsync(new PasskeyUse(passkey.CredentialId, 6, true, Sample.Now), Sample.Challenge(Sample.Now));
        await node.Get<IPasskeyStore>().AddAsync(Sample.Passkey(Person.Id), Sample.Challenge(Sample.Now), most: 2);
        var actor = new AuditActor(Person.Id, Sample.Now);
        await node.Get<IPasswordResetStore>().SaveAsync(Person.Id, Sample.NewId(), expiry, actor);
        await node.Get<ISiteSettingStore>().SaveAsync("registration", "{}", "registrationChanged", actor);
        await node.Get<IKeyStore>().AddAsync("key-1", "<key />", known: 0);
        await node.Get<IHealthRecordStore>().ChangeSafetyAnswerAsync(Person.Id, _ => [.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        await node.Get<IHealthRecordStore>().AddSelfTestAsync(Person.Id, new SealedSelfTest("empty", []), most: 1);

        var answers = node.Get<IIdempotencyStore>();
        var answered = new IdempotencyKey(Person.Id, "POST", "/api/challenges", "1");
        await answers.ReserveAsync(answered, "body", Sample.Now);
        await answers.CompleteAsync(answered, new StoredResponse(201, "application/json", new byte[] { 0, 255 }));
        await answers.ReserveAsync(answered with { Key = "2" }, "body", Sample.Now);
    }
}
