using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Demo;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Server.Demo;

/// <summary>Generates a demo challenge in its fourth week: six teams, sixty colleagues, and their check-ins so far.</summary>
/// <param name="zone">The time zone of the challenge and of everybody in it.</param>
/// <param name="now">The current instant.</param>
/// <param name="random">Decides on which days each colleague checked in.</param>
internal sealed class DemoSeedGenerator(TimeZoneInfo zone, DateTimeOffset now, Random random)
{
    private const int DaysSoFar = 24;
    private const int Threshold = 70;

    private static readonly ImmutableArray<string> TeamNames = ["Harbour", "Orchard", "Lighthouse", "Meadow", "Summit", "Workshop"];

    private static readonly ImmutableArray<string> FirstNames =
    [
        "Aino", "Amara", "Anders", "Beatriz", "Bilal", "Carla", "Chen", "Dagny", "Daniel", "Elif",
        "Emeka", "Fatima", "Felix", "Freya", "Giulia", "Hana", "Hugo", "Ines", "Ivan", "Jamal",
        "Jana", "Jonas", "Kaito", "Kirsten", "Lars", "Leila", "Lucía", "Magnus", "Maya", "Mei",
        "Milan", "Nadia", "Nils", "Noor", "Oksana", "Oliver", "Paolo", "Petra", "Priya", "Quentin",
        "Rafael", "Renske", "Rosa", "Samir", "Sanna", "Selma", "Simon", "Sofia", "Tariq", "Thea",
        "Tomás", "Uma", "Valentin", "Vera", "Wanda", "Xenia", "Yara", "Yusuf", "Zoe", "Zuri",
    ];

    private readonly DateOnly _today = ZoneTimeline.Fixed(zone).DateAt(now);
    private readonly ChallengeId _challenge = new(NewId());

    private DateOnly Start => _today.AddDays(-DaysSoFar);

    /// <summary>Generates the whole demo.</summary>
    public DemoSeed Generate()
    {
        ImmutableArray<TeamRecord> teams =
        [
            .. TeamNames.Select((name, index) => new TeamRecord(new TeamId(NewId()), _challenge, name) { Colour = TeamColours.ForNext(index) }),
        ];
        ImmutableArray<AccountRecord> people = [.. FirstNames.Select(Colleague)];
        return new DemoSeed(
            Challenge(),
            teams,
            people,
            [.. people.Select((person, index) => new EnrolmentRecord(_challenge, person.Id, RoleOf(index), Start, []))],
            [.. people.Select((person, index) => new MembershipRecord(teams[index % teams.Length].Id, _challenge, person.Id, Start, null))],
            people.Select((person, index) => (person.Id, Days: Credits(index % teams.Length))).ToImmutableDictionary(entry => entry.Id, entry => entry.Days));
    }

    // All seven days are work days, so that something is due whenever a guest comes.
    private ChallengeRecord Challenge() => new(
        _challenge,
        "Spring stretch (demo)",
        NewId(),
        Start,
        ChallengeSchedule.EndFor(Start),
        zone.Id,
        WorkDays.Of(Enum.GetValues<DayOfWeek>()),
        [],
        Threshold,
        OrganisersMakeTeams: true,
        IsDemo: true,
        now);

    private AccountRecord Colleague(string firstName, int index) => DemoAccount.New(
        AccountKind.Demo, $"{firstName} {(char)('A' + (index * 7 % 26))}.", zone.Id, showName: index % 8 != 7, now);

    private static ChallengeRole RoleOf(int index) => index switch
    {
        0 => ChallengeRole.Organiser,
        _ when index < TeamNames.Length => ChallengeRole.Captain,
        _ => ChallengeRole.Participant,
    };

    // The first team misses few days, and each of the next ones more, so that the boards show differences.
    private ImmutableArray<CreditRecord> Credits(int team)
    {
        var probability = 0.97 - (0.04 * team) - (random.NextDouble() * 0.1);
        return
        [
            .. Enumerable.Range(0, DaysSoFar)
                .Where(_ => random.NextDouble() < probability)
                .Select(Start.AddDays)
                .Select(date => new CreditRecord(date, CreditKind.Guided, ZoneTimeline.Fixed(zone).NoonOf(date))),
        ];
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}

/// <summary>Accounts of the demo; they have neither e-mail nor password.</summary>
internal static class DemoAccount
{
    /// <summary>A simulated colleague, or a guest.</summary>
    public static AccountRecord New(AccountKind kind, string name, string zoneId, bool showName, DateTimeOffset now) => new(
        new UserId(Guid.NewGuid().ToString("N")),
        Email: null,
        NormalizedEmail: null,
        name,
        zoneId,
        showName,
        PasswordHash: null,
        SecurityStamp: Guid.NewGuid().ToString("N"),
        ConcurrencyStamp: Guid.NewGuid().ToString("N"),
        LockoutEnd: null,
        AccessFailedCount: 0,
        IsSiteAdministrator: false,
        kind,
        now);
}
