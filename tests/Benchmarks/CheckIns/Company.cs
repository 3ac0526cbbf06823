using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Demo;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Benchmarks.CheckIns;

/// <summary>
/// Many people in teams of ten, in the fourth week of one challenge in which nobody has missed a day; and as many
/// strangers, whose accounts the bare loops write to.
/// </summary>
internal sealed class Company
{
    /// <summary>How many people there are.</summary>
    public const int Size = 4000;

    /// <summary>How many of them make a team.</summary>
    public const int TeamSize = 10;

    private const string Zone = "Europe/Berlin";
    private const int DaysSoFar = 21;
    private const int TeamThreshold = 70;

    private static readonly DateOnly Start = new(2026, 3, 2);

    /// <summary>The challenge.</summary>
    public ChallengeId Challenge { get; } = new(NewId());

    /// <summary>The participants.</summary>
    public ImmutableArray<UserId> People { get; } = NewPeople();

    /// <summary>Nobody's colleagues.</summary>
    public ImmutableArray<UserId> Strangers { get; } = NewPeople();

    /// <summary>The morning of the first day that is not done.</summary>
    public static DateTimeOffset Morning { get; } = new(Start.AddDays(DaysSoFar), new TimeOnly(7, 0), TimeSpan.Zero);

    /// <summary>The streak of everybody who has checked in on so many days since.</summary>
    public static int StreakAfter(int days) => DaysSoFar + days;

    /// <summary>Everything that is stored before the first check-in.</summary>
    public DemoSeed ToSeed()
    {
        var teams = Enumerable.Range(0, Size / TeamSize)
            .Select(number => new TeamRecord(new TeamId(NewId()), Challenge, $"Team {number}"))
            .ToImmutableArray();
        var history = Enumerable.Range(0, DaysSoFar)
            .Select(day => new CreditRecord(Start.AddDays(day), CreditKind.Guided, Morning.AddDays(day - DaysSoFar)))
            .ToImmutableArray();
        return new DemoSeed(
            ToRecord(),
            teams,
            [.. People.Concat(Strangers).Select(ToAccount)],
            [.. People.Select(person => new EnrolmentRecord(Challenge, person, ChallengeRole.Participant, Start, []))],
            [.. People.Select((person, number) => new MembershipRecord(teams[number / TeamSize].Id, Challenge, person, Start, null))],
            People.ToImmutableDictionary(person => person, _ => history));
    }

    // Every weekday is a work day: no day of the measure differs from another.
    private ChallengeRecord ToRecord() => new(
        Challenge,
        "Company",
        NewId(),
        Start,
        ChallengeSchedule.EndFor(Start),
        Zone,
        WorkDays.Of(Enum.GetValues<DayOfWeek>()),
        [],
        TeamThreshold,
        OrganisersMakeTeams: true,
        IsDemo: true,
        Morning);

    private static AccountRecord ToAccount(UserId person) => new(
        person, null, null, $"Person {person.Value[..6]}", Zone, true, null, "", "", null, 0, false, AccountKind.Demo, Morning);

    private static ImmutableArray<UserId> NewPeople() => [.. Enumerable.Range(0, Size).Select(_ => new UserId(NewId()))];

    private static string NewId() => Guid.NewGuid().ToString("N");
}
