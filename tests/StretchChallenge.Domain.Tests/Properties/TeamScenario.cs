using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>A random team of 0 to 7 people in a random challenge at a random instant; reproducible by its seed.</summary>
internal sealed record TeamScenario(
    int Seed, ChallengeCalendar Challenge, int Threshold, ImmutableArray<ScenarioMember> Members, DateTimeOffset Now)
{
    public TeamStanding Fold => FoldOf(MembersWith(member => member.Ledger));

    public DateOnly Today => ZoneTimeline.Fixed(Challenge.Zone).DateAt(Now);

    public static TeamScenario From(int seed)
    {
        var random = new Random(seed);
        var challenge = PersonScenario.Challenge(random);
        var members = Enumerable.Range(0, random.Next(8)).Select(index => Member(random, challenge, $"m{index}"));
        var threshold = random.Next(2) == 0 ? 70 : random.Next(1, 101);
        var now = PersonScenario.Instant(random, ZoneTimeline.Fixed(challenge.Zone), challenge);
        return new TeamScenario(seed, challenge, threshold, [.. members], now);
    }

    public TeamStanding FoldOf(IEnumerable<TeamMember> members) => TeamFold.Fold(Challenge, Threshold, [.. members], Now);

    /// <summary>The same members with other ledgers.</summary>
    public IEnumerable<TeamMember> MembersWith(Func<ScenarioMember, DayLedger> ledgerOf) =>
        Members.Select(member => new TeamMember(member.Id, member.Memberships, member.Calendar, ledgerOf(member)));

    public override string ToString() =>
        $"seed {Seed}: {Challenge.Start:O}..{Challenge.End:O} [{Challenge.WorkDays}] {Challenge.Zone.Id} now {Now:O}, {Members.Length} members, {Threshold} %";

    private static ScenarioMember Member(Random random, ChallengeCalendar challenge, string id)
    {
        var calendar = PersonScenario.Person(random, challenge);
        return new ScenarioMember(new UserId(id), Memberships(random, challenge), calendar, PersonScenario.LedgerOf(random, calendar));
    }

    private static ImmutableArray<DateRange> Memberships(Random random, ChallengeCalendar challenge) => random.Next(4) switch
    {
        0 => [PersonScenario.Range(random, challenge, longest: 30)],
        1 => [PersonScenario.Range(random, challenge, longest: 10), DateRange.Since(challenge.End.AddDays(-random.Next(20)))],
        _ => [DateRange.Since(challenge.Start.AddDays(-random.Next(3)))],
    };
}

/// <summary>What a member of a <see cref="TeamScenario" /> is made of.</summary>
internal sealed record ScenarioMember(UserId Id, ImmutableArray<DateRange> Memberships, PersonCalendar Calendar, DayLedger Ledger);
