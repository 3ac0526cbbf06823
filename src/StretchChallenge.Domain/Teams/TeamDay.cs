using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>What a team day is to the team's streak, as seen at an instant (rule 17).</summary>
public enum TeamDayState
{
    /// <summary>Fewer than two members were due: the streak neither grows nor breaks.</summary>
    Neutral,

    /// <summary>The threshold is reached: the streak grows.</summary>
    Reached,

    /// <summary>The threshold is not reached, but still can be.</summary>
    Pending,

    /// <summary>The threshold was finally missed: the streak breaks.</summary>
    Missed,

    /// <summary>After today.</summary>
    Ahead,
}

/// <summary>The number of members due on a day, and how many of them did the routine.</summary>
public readonly record struct TeamCount(int Done, int Due)
{
    /// <summary>The points of a day on which all due members are done: 100, in micro-points.</summary>
    public const long MaxMicroPoints = 100_000_000;

    /// <summary>The micro-points of one point, in which points are shown.</summary>
    public const long MicroPointsPerPoint = 1_000_000;

    private const int MinDue = 2;

    /// <summary>Whether too few members were due for the day to have points of its own (rule 16) or to count for the streak (rule 17).</summary>
    public bool IsNeutral => Due < MinDue;

    /// <summary>The day's own points in micro-points: 100 × done / due, rounded down; 0 on a neutral day (rule 16).</summary>
    public long MicroPoints => IsNeutral ? 0 : MaxMicroPoints * Done / Due;

    /// <summary>Whether enough members are done for the team streak (rule 17).</summary>
    public bool Reaches(int thresholdPercent) => Needed(thresholdPercent) == 0;

    /// <summary>
    /// How many more members must be done for the team streak. The threshold is in percent of the due members, rounded up to
    /// whole people (rule 17).
    /// </summary>
    public int Needed(int thresholdPercent) => Math.Max(0, (((Due * thresholdPercent) + 99) / 100) - Done);
}

/// <summary>One team day: a work day of the challenge.</summary>
/// <param name="Date">The date.</param>
/// <param name="Count">The members due and done; 0 of 0 after today.</param>
/// <param name="State">What the day is to the streak.</param>
/// <param name="MicroPoints">What the day adds to the team's points; 0 after today.</param>
public readonly record struct TeamDay(DateOnly Date, TeamCount Count, TeamDayState State, long MicroPoints);

/// <summary>Classifies team days as seen at an instant, each by itself.</summary>
internal sealed class TeamDayClassifier
{
    private readonly ChallengeCalendar _challenge;
    private readonly int _thresholdPercent;
    private readonly ZoneTimeline _zone;

    // The last team day before today and its deadline while the deadline has not passed: its members can still report it.
    private readonly DateOnly? _reportable;
    private readonly DateTimeOffset? _reportableUntil;

    public TeamDayClassifier(ChallengeCalendar challenge, int thresholdPercent, DateTimeOffset now)
    {
        _challenge = challenge;
        _thresholdPercent = thresholdPercent;
        _zone = ZoneTimeline.Fixed(challenge.Zone);
        Today = _zone.DateAt(now);
        TeamDays = challenge.TeamDays;
        if ((TeamDays & DaySet.Before(challenge.DayOf(Today))).Last is { } last)
        {
            var deadline = _zone.NoonOf(challenge.DateOf(TeamDays.Except(DaySet.Before(last + 1)).First ?? last + 1));
            _reportable = now < deadline ? challenge.DateOf(last) : null;
            _reportableUntil = now < deadline ? deadline : null;
        }
    }

    /// <summary>The date in the challenge's zone.</summary>
    public DateOnly Today { get; }

    /// <summary>The team days.</summary>
    public DaySet TeamDays { get; }

    /// <summary>The day whose members are the current ones: today, or the nearest day of the challenge.</summary>
    public DateOnly RosterDay =>
        Today < _challenge.Start ? _challenge.Start : Today > _challenge.End ? _challenge.End : Today;

    /// <summary>Classifies a day and computes its points.</summary>
    /// <param name="date">A team day.</param>
    /// <param name="count">The members due and done on it.</param>
    /// <param name="averagePoints">The points of the day if it is past and neutral (rule 16).</param>
    public TeamDay Classify(DateOnly date, TeamCount count, long averagePoints)
    {
        var points = count.IsNeutral && date < Today ? averagePoints : count.MicroPoints;
        return new TeamDay(date, count, StateOf(date, count), points);
    }

    /// <summary>The next midnight, or the noon until which a day is pending; null when the challenge is over.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        if (Today > _challenge.End && _reportableUntil is null)
        {
            return null;
        }

        var midnight = _zone.NextMidnight(now);
        return _reportableUntil < midnight ? _reportableUntil : midnight;
    }

    private TeamDayState StateOf(DateOnly date, TeamCount count) =>
        date > Today ? TeamDayState.Ahead
        : count.IsNeutral ? TeamDayState.Neutral
        : count.Reaches(_thresholdPercent) ? TeamDayState.Reached
        : date == Today || date == _reportable ? TeamDayState.Pending
        : TeamDayState.Missed;
}
