using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Domain.Tests.Properties;

namespace StretchChallenge.Domain.Tests.Reference;

/// <summary>A slow reference implementation of the rules for a team: each day is counted from the members' ledgers.</summary>
internal sealed class NaiveTeam
{
    private readonly DateTimeOffset _now;
    private readonly int _threshold;
    private readonly ZoneTimeline _zone;
    private readonly DateOnly _today;
    private readonly DateOnly[] _workDays;
    private readonly Dictionary<DateOnly, TeamCount> _counts;

    public NaiveTeam(ChallengeCalendar challenge, int threshold, IReadOnlyList<ScenarioMember> members, DateTimeOffset now)
    {
        (_now, _threshold, _zone) = (now, threshold, ZoneTimeline.Fixed(challenge.Zone));
        _today = NaiveClock.DateAt(_zone, now);
        _workDays = [.. NaiveCalendar.Days(challenge)
            .Where(date => challenge.WorkDays.Contains(date) && !challenge.Holidays.Any(holiday => holiday == date))];
        var firstDone = members.ToDictionary(member => member, FirstDone);
        _counts = _workDays.Where(date => date <= _today).ToDictionary(date => date, date => Count(date, firstDone));
    }

    /// <summary>One letter per day on which at least two people were due: R reached, P pending, M missed.</summary>
    public string States => string.Concat(_counts.Where(day => day.Value.Due >= 2).OrderBy(day => day.Key).Select(day => StateOf(day.Key)));

    public int Streak => RunOf(States);

    public int Best => Enumerable.Range(0, States.Length + 1).Max(length => RunOf(States[..length]));

    public long MicroPoints => _counts.Keys.Sum(PointsOf);

    public TeamCount Today => _counts.GetValueOrDefault(_today);

    private long PointsOf(DateOnly date)
    {
        var earlier = EarningDaysBefore(date);
        var averaged = _counts.Keys.Count(day => day < date && _counts[day].Due < 2 && EarningDaysBefore(day).Length > 0);
        return _counts[date].Due >= 2 ? 100_000_000L * _counts[date].Done / _counts[date].Due
            : date == _today || earlier.Length == 0 || averaged >= 10 ? 0
            : earlier.Sum(PointsOf) / earlier.Length;
    }

    private DateOnly[] EarningDaysBefore(DateOnly date) => [.. _counts.Keys.Where(day => day < date && _counts[day].Due >= 2)];

    private char StateOf(DateOnly date)
    {
        var needed = (int)Math.Ceiling(_counts[date].Due * (decimal)_threshold / 100);
        var next = _workDays.Where(day => day > date).DefaultIfEmpty(date.AddDays(1)).Min();
        return _counts[date].Done >= needed ? 'R' : date == _today || _now < NaiveClock.Noon(_zone, next) ? 'P' : 'M';
    }

    private static TeamCount Count(DateOnly date, Dictionary<ScenarioMember, DateOnly> firstDone)
    {
        var due = firstDone.Keys.Where(member =>
            member.Memberships.Any(range => range.From <= date && date <= range.To)
            && firstDone[member] <= date
            && NaiveCalendar.IsDue(member.Calendar, date, member.Ledger.Done.Contains(date))).ToArray();
        return new TeamCount(due.Count(member => member.Ledger.Done.Contains(date)), due.Length);
    }

    private static DateOnly FirstDone(ScenarioMember member) => member.Ledger.Done.Except(member.Ledger.SelfReported)
        .Where(date => date >= member.Calendar.Joined && NaiveCalendar.Days(member.Calendar.Challenge).Contains(date))
        .DefaultIfEmpty(DateOnly.MaxValue)
        .Min();

    private static int RunOf(string states) => states[(states.LastIndexOf('M') + 1)..].Count(letter => letter == 'R');
}
