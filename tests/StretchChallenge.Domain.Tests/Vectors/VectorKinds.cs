using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;

namespace StretchChallenge.Domain.Tests.Vectors;

/// <summary>The local date of an instant.</summary>
internal sealed record DateVector(DateTimeOffset Instant, string Zone)
{
    public object Result() => ZoneTimeline.Fixed(VectorJson.Zone(Zone)).DateAt(Instant);
}

/// <summary>One person's streak; the person follows the challenge's work days.</summary>
internal sealed record StreakVector(
    string Zone,
    DateTimeOffset Now,
    DateOnly Start,
    DateOnly End,
    string[]? WorkDays = null,
    DateOnly[]? Holidays = null,
    DateOnly[][]? TimeOff = null,
    DateOnly? Joined = null,
    DateOnly[]? Done = null,
    DateOnly[]? SelfReported = null,
    DateOnly[]? Neutral = null,
    DateOnly[]? CorrectedDone = null,
    DateOnly[]? CorrectedUndone = null)
{
    public object Result()
    {
        var zone = VectorJson.Zone(Zone);
        var challenge = new ChallengeCalendar(Start, End, zone, VectorPerson.Pattern(WorkDays), [.. Holidays ?? []]);
        var calendar = PersonCalendar.For(challenge, ZoneTimeline.Fixed(zone)) with
        {
            Joined = Joined ?? Start,
            TimeOff = VectorPerson.Ranges(TimeOff),
            Neutral = [.. Neutral ?? []],
        };
        var ledger = VectorPerson.Ledger(Done, SelfReported)
            .Corrected((CorrectedDone ?? []).Select(date => new DayCorrection(date, Done: true)))
            .Corrected((CorrectedUndone ?? []).Select(date => new DayCorrection(date, Done: false)));
        var streak = StreakFold.Fold(calendar, ledger, Now);
        return new
        {
            streak = streak.Current,
            streak.Best,
            streak.Freezes,
            streak.Today,
            streak.Frozen,
            streak.Pending,
            streak.Due,
            streak.DoneDue,
        };
    }
}

/// <summary>One team's streak and points.</summary>
internal sealed record TeamVector(
    string Zone,
    DateTimeOffset Now,
    DateOnly Start,
    DateOnly End,
    MemberVector[]? Members = null,
    int Threshold = 70,
    string[]? WorkDays = null,
    DateOnly[]? Holidays = null,
    SealedDayVector[]? Sealed = null)
{
    public object Result()
    {
        var challenge = new ChallengeCalendar(
            Start, End, VectorJson.Zone(Zone), VectorPerson.Pattern(WorkDays), [.. Holidays ?? []]);
        var members = (Members ?? []).Select(member => member.Of(challenge)).ToArray();
        var sealedDays = new SealedDays((Sealed ?? []).ToImmutableDictionary(day => day.Date, day => new TeamCount(day.Done, day.Due)));
        var team = TeamFold.Fold(challenge, Threshold, members, Now, sealedDays);
        return new
        {
            team.Streak,
            team.Best,
            team.MicroPoints,
            today = new { team.Today.Done, team.Today.Due },
        };
    }
}

/// <summary>What people whose days are no longer stored add to one day of a team vector.</summary>
internal sealed record SealedDayVector(DateOnly Date, int Done, int Due);

/// <summary>One member of a team vector.</summary>
internal sealed record MemberVector(
    string Id,
    DateOnly? From = null,
    DateOnly? To = null,
    DateOnly? Joined = null,
    string[]? WorkDays = null,
    DateOnly[][]? TimeOff = null,
    DateOnly[]? Done = null,
    DateOnly[]? SelfReported = null,
    DateOnly[]? Neutral = null)
{
    public TeamMember Of(ChallengeCalendar challenge)
    {
        var calendar = PersonCalendar.For(challenge, ZoneTimeline.Fixed(challenge.Zone)) with
        {
            Joined = Joined ?? challenge.Start,
            Pattern = WorkDays is null ? null : TestChallenge.Always(VectorPerson.Pattern(WorkDays)),
            TimeOff = VectorPerson.Ranges(TimeOff),
            Neutral = [.. Neutral ?? []],
        };
        var days = new DateRange(From ?? challenge.Start, To ?? DateOnly.MaxValue);
        return new TeamMember(new UserId(Id), [days], calendar, VectorPerson.Ledger(Done, SelfReported));
    }
}

/// <summary>The fields of a person in streak and team vectors, with their defaults.</summary>
internal static class VectorPerson
{
    public static WorkDays Pattern(string[]? names) => names is null ? WorkDays.MondayToFriday : VectorJson.Weekdays(names);

    public static ImmutableArray<DateRange> Ranges(DateOnly[][]? ranges) =>
        [.. (ranges ?? []).Select(range => new DateRange(range[0], range[1]))];

    public static DayLedger Ledger(DateOnly[]? done, DateOnly[]? selfReported) => new([.. done ?? []], [.. selfReported ?? []]);
}

/// <summary>The order and the ranks of a board; for a person board the index must give the same result.</summary>
internal sealed record OrderVector(string Board, OrderRowVector[] Rows)
{
    public object Result()
    {
        var board = BoardKinds.TryParse(Board, out var found) ? found : throw new JsonException($"No board: {Board}");
        var rows = Rows.Select(row => row.On(board)).ToArray();
        var order = Ranking.Order(rows);
        if (!board.IsTeamBoard())
        {
            Assert.Equal(order, IndexedOrder(board, rows));
        }

        return order;
    }

    private static RankedRow[] IndexedOrder(BoardKind board, ScoredRow[] rows)
    {
        var byId = Comparer<int>.Create((one, other) => string.CompareOrdinal(rows[one].Id, rows[other].Id));
        var index = new RankIndex(ScoreEncoding.Of(board), byId);
        for (var ordinal = 0; ordinal < rows.Length; ordinal++)
        {
            index.Set(ordinal, rows[ordinal].Score, listed: true);
        }

        return [.. index.Top(rows.Length).Select(row => new RankedRow(rows[row.Ordinal].Id, row.Rank))];
    }
}

/// <summary>One row of an order vector.</summary>
internal sealed record OrderRowVector(
    string Id, int Streak = 0, int Best = 0, long MicroPoints = 0, int Members = 0, int Percent = 0, int DueDays = 0, int LeaveDays = 0)
{
    public ScoredRow On(BoardKind board) => new(Id, board switch
    {
        BoardKind.TeamStreak => BoardScore.TeamStreak(Streak, Best, MicroPoints, Members),
        BoardKind.TeamPoints => BoardScore.TeamPoints(MicroPoints, Streak, Members),
        BoardKind.PersonStreak => BoardScore.PersonStreak(Streak, Best),
        BoardKind.PersonConsistency => BoardScore.PersonConsistency(Percent, Streak, DueDays, LeaveDays),
    });
}

/// <summary>
/// A session's position after some commands. A skip may name the step to be reached. With <c>opensAt</c> it also does what it does
/// by itself, with the planned start <c>startsAt</c>, if any, and somebody in its room during the spans of <c>present</c>.
/// </summary>
internal sealed record SessionVector(
    long[] Steps, long At, JsonArray? Events = null, long? OpensAt = null, long? StartsAt = null, long?[][]? Present = null)
{
    public object Result()
    {
        var session = SessionHistory.Open(new Timeline(Steps));
        foreach (var entry in Events ?? [])
        {
            var at = entry![1]!.GetValue<long>();
            session = After(WithoutCommand(session, at), VectorJson.Read<SessionCommand>(entry[0]!), at, entry.AsArray().ElementAtOrDefault(2));
        }

        var clock = WithoutCommand(session, At).State.PositionAt(At);
        return new { clock.Phase, clock.Step, clock.Remaining, clock.Elapsed };
    }

    private static SessionHistory After(SessionHistory session, SessionCommand command, long at, JsonNode? step) =>
        step is null || session.State.SkipTo(step.GetValue<int>(), at) is SessionCommandResult.Applied
            ? session.After(new SessionEvent(command, at)) ?? session
            : session;

    // A room changes only at the ends of the spans, so nothing else can become due between two of these instants.
    private SessionHistory WithoutCommand(SessionHistory session, long until)
    {
        if (OpensAt is not { } opensAt)
        {
            return session;
        }

        var plan = new SessionPlan(opensAt, StartsAt);
        var changes = (Present ?? []).SelectMany(span => span).OfType<long>().Append(opensAt).Where(at => at <= until).Order().ToArray();
        foreach (var (from, to) in changes.Zip(changes.Skip(1).Append(until)))
        {
            var room = RoomAt(from, opensAt);
            while (plan.NextAt(session, room) is { } next && next <= to && plan.DueBy(session, room, Math.Max(next, from)) is { } due)
            {
                session = session.After(due)!;
            }
        }

        return session;
    }

    private Occupancy RoomAt(long instant, long opensAt)
    {
        var spans = (Present ?? []).Select(span => new TimeInterval(span[0]!.Value, span[1] ?? long.MaxValue)).ToArray();
        var within = spans.Where(span => span.From <= instant && instant < span.To).ToArray();
        return within.Length > 0
            ? new Occupancy(true, within.Min(span => span.From))
            : new Occupancy(false, spans.Where(span => span.To <= instant).Select(span => span.To).Append(opensAt).Max());
    }
}
