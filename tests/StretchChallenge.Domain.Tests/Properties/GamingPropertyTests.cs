using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Tests.Properties;

/// <summary>
/// Each trick with time off and grace, played against somebody who does every due day of the same random challenge: no trick
/// beats them on any board.
/// </summary>
[Trait("Category", "Faults")]
public sealed class GamingPropertyTests
{
    private const int Cases = 500;

    [Fact]
    public void FiveDaysThenAYearOff_OnEveryLaterDay_StaysBehindAndIsNotRankedForLong() =>
        Check.Holds(Cases, Game.From, game =>
        {
            var first = game.DueDays.Take(5).ToImmutableHashSet();
            var player = game.Player(first, new DateRange(first.Max().AddDays(1), first.Max().AddDays(366)));
            return game.DueDays.Skip(5).All(date => game.IsBehind(player, date))
                && game.DueDays.Skip(10).All(date => player.Score(BoardKind.PersonConsistency, game.Evening(date)) is null);
        });

    [Fact]
    public void TimeOffAtTheEndOfEachUndoneDay_OnEveryLaterDay_StaysBehind() =>
        Check.Holds(Cases, Game.From, game =>
        {
            var player = game.Player(game.SomeDays(), []);
            foreach (var undone in game.DueDays.Where(date => !player.Ledger.Done.Contains(date)))
            {
                player = player.EnterTimeOff(new DateRange(undone, undone), undone);
            }

            return player.Entries.Length <= TimeOffRules.MaxLateDays
                && game.DueDays.Where(player.HasMissedSomethingBy).All(date => game.IsBehind(player, date));
        });

    [Fact]
    public void TimeOffAnnouncedAndTakenBackAtWill_OnEveryLaterDay_StaysBehind() =>
        Check.Holds(Cases, Game.From, game =>
        {
            var player = game.Player(game.SomeDays(), []);
            foreach (var undone in game.DueDays.Where(date => !player.Ledger.Done.Contains(date)))
            {
                player = player.EnterTimeOff(new DateRange(undone, undone.AddDays(3)), undone.AddDays(-1)).TakeBack(undone);
            }

            return game.DueDays.Where(player.HasMissedSomethingBy).All(date => game.IsBehind(player, date));
        });

    [Fact]
    public void BonusDaysOnLeave_HoweverMany_AddNothing() =>
        Check.Holds(Cases, Game.From, game =>
        {
            var leave = game.SomeRange();
            var idle = game.Player([.. game.SomeDays().Where(date => !leave.Contains(date))], leave);
            var busy = idle with { Ledger = idle.Ledger with { Done = idle.Ledger.Done.Union(game.DueDays.Where(leave.Contains)) } };
            return game.DueDays.All(date => BoardKinds.All.Where(board => !board.IsTeamBoard())
                .All(board => busy.Score(board, game.Evening(date)) == idle.Score(board, game.Evening(date))));
        });

    [Fact]
    public void AGraceKeptOpenByLeave_AfterAWeek_IsOver() =>
        Check.Holds(Cases, Game.From, game =>
        {
            var missed = game.DueDays[game.Random.Next(1, 10)];
            var player = game.Player(
                [.. game.DueDays.Where(date => date < missed)], new DateRange(missed.AddDays(1), missed.AddDays(300)));
            var weekLater = game.Zone.NoonOf(missed.AddDays(7));
            return player.Fold(weekLater).Pending.All(date => date > missed)
                && CheckInRules.SelfReport(missed, player.Calendars, player.Ledger, weekLater) is not CheckInDecision.Accepted
                && game.DueDays.Where(date => date >= missed).All(date => game.IsBehind(player, date));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AWholeTeamOnLeaveButSome_AfterTwoWeeks_StaysBehind(int staying) =>
        Check.Holds(Cases, Game.From, game =>
        {
            var size = game.Random.Next(3, 8);
            var worked = game.DueDays.Take(game.Random.Next(1, 6)).ToImmutableHashSet();
            var leave = new DateRange(worked.Max().AddDays(1), worked.Max().AddDays(366));
            Player[] tricky = [.. Enumerable.Range(0, size).Select(index => index < staying ? game.Honest : game.Player(worked, leave))];
            return game.DueDays.Skip(worked.Count).All(date => IsBehind(game.Team(tricky, date), game.Team(game.HonestTeam(size), date)))
                && game.DueDays.Skip(worked.Count + 11).All(date =>
                    game.Team(tricky, date).MicroPoints == (worked.Count + 10) * TeamCount.MaxMicroPoints);
        });

    // Nowhere better, and behind in at least one place.
    private static bool IsBehind(TeamStanding tricky, TeamStanding honest) =>
        tricky.MicroPoints <= honest.MicroPoints && tricky.Streak < honest.Streak && tricky.Best < honest.Best;
}

/// <summary>A random challenge of eight weeks in one time zone, and the people who play it.</summary>
internal sealed record Game(int Seed, Random Random, ChallengeCalendar Challenge)
{
    public ImmutableArray<DateOnly> DueDays { get; } = [.. Challenge.Dates.Where(date => Challenge.TeamDays.Contains(Challenge.DayOf(date)))];

    public ZoneTimeline Zone { get; } = ZoneTimeline.Fixed(Challenge.Zone);

    /// <summary>Does every due day.</summary>
    public Player Honest => Player([.. DueDays], []);

    public static Game From(int seed)
    {
        var random = new Random(seed);
        var challenge = PersonScenario.Challenge(random);
        var end = challenge.Start.AddDays(ChallengeCalendar.LengthInDays - 1);
        return new Game(seed, random, challenge with { End = end, WorkDays = WorkDays.MondayToFriday });
    }

    public DateTimeOffset Evening(DateOnly date) => Zone.StartOf(date.AddDays(1)).AddTicks(-1);

    public ImmutableHashSet<DateOnly> SomeDays()
    {
        var chance = Random.NextDouble();
        return [.. DueDays.Where(_ => Random.NextDouble() < chance)];
    }

    public DateRange SomeRange() => PersonScenario.Range(Random, Challenge, longest: 40);

    public Player Player(ImmutableHashSet<DateOnly> done, params ReadOnlySpan<DateRange> leave) => new(
        PersonCalendar.For(Challenge, Zone) with { TimeOff = [.. leave] }, new DayLedger(done, []), []);

    /// <summary>Whether the player's scores on both person boards are below those of the honest player, or none.</summary>
    public bool IsBehind(Player player, DateOnly date) => new[] { BoardKind.PersonStreak, BoardKind.PersonConsistency }
        .All(board => player.Score(board, Evening(date)) is not { } score || score < Honest.Score(board, Evening(date)));

    public Player[] HonestTeam(int size) => [.. Enumerable.Repeat(Honest, size)];

    public TeamStanding Team(IEnumerable<Player> players, DateOnly date) => TeamFold.Fold(
        Challenge,
        70,
        [.. players.Select((player, index) => new TeamMember(
            new UserId($"m{index}"), [DateRange.Since(Challenge.Start)], player.Calendar, player.Ledger))],
        Evening(date));

    public override string ToString() => $"seed {Seed}: {Challenge.Start:O} [{Challenge.WorkDays}] {Challenge.Zone.Id}";
}

/// <summary>Somebody with their done days and the time off that the rules let them enter.</summary>
internal sealed record Player(PersonCalendar Calendar, DayLedger Ledger, ImmutableArray<TimeOffEntry> Entries)
{
    public PersonCalendars Calendars => new(Calendar.Zone, null, [Calendar]);

    public PersonStreak Fold(DateTimeOffset now) => StreakFold.Fold(Calendar, Ledger, now);

    public BoardScore? Score(BoardKind board, DateTimeOffset now) => BoardScore.Of(board, Fold(now).Totals);

    public bool HasMissedSomethingBy(DateOnly date) =>
        !(Calendar.Challenge.TeamDays & DaySet.Before(Calendar.Challenge.DayOf(date) + 1)).Except(Calendar.Challenge.DaysOf(Ledger.Done)).IsEmpty;

    public Player EnterTimeOff(DateRange range, DateOnly today)
    {
        var done = Ledger.Done.Where(date => date <= today).ToImmutableHashSet();
        return TimeOffRules.Decide(range, today, done, Entries, [Calendar.Challenge], []) is TimeOffDecision.Accepted accepted
            ? WithEntries([.. Entries, .. accepted.Entries])
            : this;
    }

    public Player TakeBack(DateOnly today) => WithEntries(
    [
        .. from entry in Entries
           let rest = TimeOffRules.RemainderAfterCancelling(entry.Range, today)
           where rest is not null
           select entry with { Range = rest.Value },
    ]);

    private Player WithEntries(ImmutableArray<TimeOffEntry> entries) =>
        this with { Entries = entries, Calendar = Calendar with { TimeOff = [.. entries.Select(entry => entry.Range)] } };
}
