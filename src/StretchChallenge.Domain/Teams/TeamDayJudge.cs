using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Teams;

/// <summary>Judges each team day by itself as seen at an instant.</summary>
internal sealed class TeamDayJudge
{
    private readonly ChallengeCalendar _challenge;
    private readonly int _thresholdPercent;
    private readonly ZoneTimeline _zone;
    private readonly DateOnly? _open;
    private readonly DateTimeOffset? _openUntil;

    public TeamDayJudge(ChallengeCalendar challenge, int thresholdPercent, DateTimeOffset now)
    {
        _challenge = challenge;
        _thresholdPercent = thresholdPercent;
        _zone = ZoneTimeline.Fixed(challenge.Zone);
        Today = _zone.DateAt(now);
        if (challenge.LastWorkDay(before: Today) is { } last)
        {
            var end = _zone.NoonOf(challenge.NextWorkDay(last) ?? last.AddDays(1));
            _open = now < end ? last : null;
            _openUntil = now < end ? end : null;
        }
    }

    /// <summary>The date in the challenge's zone.</summary>
    public DateOnly Today { get; }

    /// <summary>The day whose members are the current ones: today, held inside the challenge.</summary>
    public DateOnly RosterDay =>
        Today < _challenge.Start ? _challenge.Start : Today > _challenge.End ? _challenge.End : Today;

    /// <summary>What the day is and what it is worth (rules 16 and 17).</summary>
    public TeamDay Judge(DateOnly date, TeamCount count, long averageDay)
    {
        var points = count.Due > 0 ? count.MicroPoints : date < Today ? averageDay : 0;
        return new TeamDay(date, count, StateOf(date, count), points);
    }

    /// <summary>The next local midnight, or the noon at which a day still open is missed; null once the challenge is over.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        if (Today > _challenge.End && _openUntil is null)
        {
            return null;
        }

        var midnight = _zone.NextMidnight(now);
        return _openUntil < midnight ? _openUntil : midnight;
    }

    private TeamDayState StateOf(DateOnly date, TeamCount count) =>
        date > Today ? TeamDayState.Ahead
        : count.IsNeutral ? TeamDayState.Neutral
        : count.Reaches(_thresholdPercent) ? TeamDayState.Reached
        : date == Today || date == _open ? TeamDayState.Pending
        : TeamDayState.Missed;
}
