using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Tests;

/// <summary>Records with every value set, each with ids of its own.</summary>
internal static class Sample
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    public static DateOnly Monday { get; } = new(2026, 3, 2);

    public static AccountRecord Account(string? email = null, AccountKind kind = AccountKind.Person)
    {
        var id = NewId();
        email ??= $"{id}@example.org";
        return new AccountRecord(
            new UserId(id),
            email,
            email.ToUpperInvariant(),
            $"Ana {id[..4]}",
            "Europe/Berlin",
            ShowName: true,
            PasswordHash: "hash",
            SecurityStamp: NewId(),
            ConcurrencyStamp: NewId(),
            LockoutEnd: Now.AddMinutes(5),
            AccessFailedCount: 3,
            IsSiteAdministrator: false,
            kind,
            Now);
    }

    public static ChallengeRecord Challenge() => new(
        new ChallengeId(NewId()),
        "Spring",
        NewId()[..8],
        Monday,
        Monday.AddDays(55),
        "Europe/Istanbul",
        WorkDays.MondayToFriday,
        [new DateOnly(2026, 4, 3), new DateOnly(2026, 4, 6)],
        TeamThreshold: 70,
        OrganisersMakeTeams: true,
        IsDemo: false,
        Now);

    public static PasskeyRecord Passkey(UserId user) => new(
        NewId(), user, NewId(), "Phone", [0, 255, 7], SignCount: 5, IsBackupEligible: true, IsBackedUp: false, "internal hybrid", Now, null);

    public static UsedChallenge Challenge(DateTimeOffset at) => new(NewId(), at.AddMinutes(10), at);

    public static TeamRecord Team(ChallengeId challenge, string name = "Blue") => new(new TeamId(NewId()), challenge, name);

    public static EnrolmentRecord Enrolment(ChallengeId challenge, UserId user) =>
        new(challenge, user, ChallengeRole.Participant, Monday, []);

    /// <summary>A recurring break with its planner as its host.</summary>
    public static ScheduleRecord Schedule(ChallengeId challenge, UserId planner) => new(
        new ScheduleId(NewId()),
        challenge,
        planner,
        Team: null,
        "desk-break-3",
        new BreakSchedule(new TimeOnly(10, 30), WorkDays.MondayToFriday),
        [planner],
        Revision: 0,
        Now);

    /// <summary>A session whose lobby is open.</summary>
    public static SessionRecord Session(ChallengeId challenge, UserId host) => new(
        new SessionId(NewId()),
        NewId()[..6],
        challenge,
        "workplace",
        [30_000, 5_000, 30_000],
        host,
        OpensAt: Now,
        StartsAt: null,
        SessionPhase.Lobby,
        CreatedAt: Now,
        SeenAt: Now,
        SettledAt: null);

    /// <summary>A guided check-in of a day, with all three rows.</summary>
    public static CheckInEntry CheckIn(UserId user, DateOnly? date = null, string? commandId = null, string? runId = null)
    {
        var day = date ?? Monday;
        return new CheckInEntry(
            user,
            new CommandRecord(commandId ?? NewId(), "fingerprint", """{"credited":true}""", Now),
            new CreditRecord(day, CreditKind.Guided, Now),
            new CompletionRecord(runId ?? NewId(), day, "workplace", "desk", 360, null, Now)
            {
                Occupied = [new TimeInterval(Now.AddSeconds(-360).ToUnixTimeMilliseconds(), Now.ToUnixTimeMilliseconds())],
            });
    }

    public static string NewId() => Guid.NewGuid().ToString("N");
}
