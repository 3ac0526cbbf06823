using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Teams;

/// <summary>What a member's day counts for in the team.</summary>
public enum MemberDay
{
    /// <summary>Nothing: not a member, not started yet, or not due.</summary>
    Off,

    /// <summary>Due and not done; a day protected by a freeze is not done either.</summary>
    Due,

    /// <summary>Due and done.</summary>
    Done,
}

/// <summary>A past or present member of a team with what the team's standing is computed from.</summary>
/// <remarks>Immutable. The days are classified once, on construction, so that repeated folds over the team are cheap.</remarks>
public sealed class TeamMember
{
    private readonly MemberDay[] _days;

    /// <summary>Creates a member from the days of membership (both ends included), the calendar and the done days.</summary>
    public TeamMember(UserId id, ImmutableArray<DateRange> memberships, PersonCalendar calendar, DayLedger ledger)
    {
        Id = id;
        Memberships = memberships;
        Calendar = calendar;
        Ledger = ledger;
        Started = FirstStart();
        _days = [.. calendar.Challenge.Dates.Select(Classify)];
    }

    /// <summary>The person.</summary>
    public UserId Id { get; }

    /// <summary>The days of membership.</summary>
    public ImmutableArray<DateRange> Memberships { get; }

    /// <summary>The person's calendar in the challenge.</summary>
    public PersonCalendar Calendar { get; }

    /// <summary>The person's done days.</summary>
    public DayLedger Ledger { get; }

    /// <summary>
    /// The first done day of the challenge that was not self-reported, in any team, off-days included. The person counts for
    /// their team from this day on (rule 15). Null when they have not started.
    /// </summary>
    public DateOnly? Started { get; }

    /// <summary>Whether the person is a member on the date.</summary>
    public bool IsMemberOn(DateOnly date) => Memberships.ContainsDate(date);

    /// <summary>Whether the person has started on the date or before.</summary>
    public bool HasStartedBy(DateOnly date) => Started <= date;

    /// <summary>What the member's day counts for; <see cref="MemberDay.Off" /> outside the challenge.</summary>
    public MemberDay DayOn(DateOnly date)
    {
        var index = date.DayNumber - Calendar.Challenge.Start.DayNumber;
        return (uint)index < (uint)_days.Length ? _days[index] : MemberDay.Off;
    }

    private MemberDay Classify(DateOnly date)
    {
        var done = Ledger.Done.Contains(date);
        return !IsMemberOn(date) || !HasStartedBy(date) || !Calendar.IsDue(date, done) ? MemberDay.Off
            : done ? MemberDay.Done
            : MemberDay.Due;
    }

    private DateOnly? FirstStart()
    {
        foreach (var date in Calendar.Challenge.Dates)
        {
            if (date >= Calendar.Joined && Ledger.Done.Contains(date) && !Ledger.SelfReported.Contains(date))
            {
                return date;
            }
        }

        return null;
    }
}
