using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Tests.Reference;

/// <summary>
/// A slow reference implementation of the rules for one person: a string with one letter per due day (D done, F frozen,
/// P pending, M missed), from which every number is counted.
/// </summary>
internal sealed class NaiveStreak
{
    private readonly PersonCalendar _calendar;
    private readonly DayLedger _ledger;
    private readonly DateTimeOffset _now;
    private readonly DateOnly _today;

    public NaiveStreak(PersonCalendar calendar, DayLedger ledger, DateTimeOffset now)
    {
        (_calendar, _ledger, _now) = (calendar, ledger, now);
        _today = NaiveClock.DateAt(calendar.Zone, now);
        foreach (var date in NaiveCalendar.Days(calendar.Challenge).Where(date => date <= _today && IsDue(date)))
        {
            States += IsDone(date) ? 'D' : IsOpen(date) ? 'P' : RunOf(States) > 0 && FreezesAfter(States) > 0 ? 'F' : 'M';
            Dates.Add(date);
        }
    }

    public string States { get; } = "";

    public List<DateOnly> Dates { get; } = [];

    public int Current => RunOf(States);

    public int Best => Enumerable.Range(0, States.Length + 1).Max(length => RunOf(States[..length]));

    public int Freezes => FreezesAfter(States);

    public int Count(char state) => States.Count(letter => letter == state);

    public DateOnly[] DatesOf(char state) => [.. Dates.Where((_, index) => States[index] == state)];

    /// <summary>Days up to today on which nothing was due only because of time off.</summary>
    public int LeaveDays => NaiveCalendar.Days(_calendar.Challenge).Count(date =>
        date <= _today && !IsDue(date) && NaiveCalendar.IsDue(_calendar with { TimeOff = [] }, date, IsDone(date)));

    public TodayState Today => IsDone(_today) ? TodayState.Done
        : DatesOf('P').Contains(_today) ? TodayState.Pending
        : TodayState.Off;

    /// <summary>Tries every later noon and midnight, with nothing more done.</summary>
    public DateTimeOffset? SafeUntil()
    {
        var last = _calendar.Challenge.End.AddDays(2);
        var instants = new List<DateTimeOffset>();
        for (var date = _today.AddDays(-1); date <= last; date = date.AddDays(1))
        {
            instants.AddRange([NaiveClock.Midnight(_calendar.Zone, date), NaiveClock.Noon(_calendar.Zone, date)]);
        }

        return instants.Order().Where(instant => instant > _now).Select(instant => (DateTimeOffset?)instant)
            .FirstOrDefault(instant => IsWorse(new NaiveStreak(_calendar, Known, instant!.Value)));
    }

    // Without the credits of later days, because nothing more is done.
    private DayLedger Known => new(
        [.. _ledger.Done.Where(date => date <= _today)], [.. _ledger.SelfReported.Where(date => date <= _today)]);

    private bool IsWorse(NaiveStreak later) => later.Current < Current || later.Count('F') > Count('F');

    private bool IsDone(DateOnly date) => date <= _today && date >= _calendar.Joined && _ledger.Done.Contains(date);

    private bool IsDue(DateOnly date) => NaiveCalendar.IsDue(_calendar, date, IsDone(date));

    private bool IsOpen(DateOnly date)
    {
        var used = _ledger.SelfReported.Any(other => other != date && other <= _today && other >= _calendar.Joined && SameWeek(other, date));
        return date == _today
            || (!used && _now < NaiveClock.Noon(_calendar.Zone, NaiveCalendar.DayOfGraceEnd(_calendar, date)));
    }

    private static bool SameWeek(DateOnly one, DateOnly other) =>
        System.Globalization.ISOWeek.GetWeekOfYear(one.ToDateTime(default)) == System.Globalization.ISOWeek.GetWeekOfYear(other.ToDateTime(default))
        && System.Globalization.ISOWeek.GetYear(one.ToDateTime(default)) == System.Globalization.ISOWeek.GetYear(other.ToDateTime(default));

    private static int RunOf(string states) => states[(states.LastIndexOf('M') + 1)..].Count(letter => letter == 'D');

    private static int FreezesAfter(string states)
    {
        var freezes = 2;
        for (var length = 1; length <= states.Length; length++)
        {
            var isTenth = states[length - 1] == 'D' && states[..length].Count(letter => letter == 'D') % 10 == 0;
            freezes = isTenth ? Math.Min(2, freezes + 1) : freezes;
            freezes -= states[length - 1] == 'F' ? 1 : 0;
        }

        return freezes;
    }
}
