using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Demo;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Server.Demo;

/// <summary>Invents a demo challenge in its fourth week: six teams, sixty colleagues, and what they have done so far.</summary>
/// <param name="zone">The zone in which the demo takes place.</param>
/// <param name="now">The instant at which it is invented.</param>
/// <param name="random">Decides who did what.</param>
internal sealed class DemoPlan(TimeZoneInfo zone, DateTimeOffset now, Random random)
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

    /// <summary>The whole demo.</summary>
    public DemoSeed Invent()
    {
        ImmutableArray<TeamRecord> teams = [.. TeamNames.Select(name => new TeamRecord(new TeamId(NewId()), _challenge, name))];
        ImmutableArray<AccountRecord> people = [.. FirstNames.Select(Colleague)];
        return new DemoSeed(
            Challenge(),
            teams,
            people,
            [.. people.Select((person, index) => new EnrolmentRecord(_challenge, person.Id, RoleOf(index), Start, []))],
            [.. people.Select((person, index) => new MembershipRecord(teams[index % teams.Length].Id, _challenge, person.Id, Start, null))],
            people.Select((person, index) => (person.Id, Days: Credits(index % teams.Length))).ToImmutableDictionary(one => one.Id, one => one.Days));
    }

    // Every weekday is a work day: whenever somebody looks around, something is due.
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

    // One team hardly misses a day, the next ones more and more, so that the boards are not all alike.
    private ImmutableArray<CreditRecord> Credits(int team)
    {
        var diligence = 0.97 - (0.04 * team) - (random.NextDouble() * 0.1);
        return
        [
            .. Enumerable.Range(0, DaysSoFar)
                .Where(_ => random.NextDouble() < diligence)
                .Select(Start.AddDays)
                .Select(date => new CreditRecord(date, CreditKind.Guided, ZoneTimeline.Fixed(zone).NoonOf(date))),
        ];
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}
