using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Teams;

/// <summary>A past or present member of a team with all that the team counts of them.</summary>
/// <remarks>Immutable. Its days are judged once, on construction, so that folding a team over and over stays cheap.</remarks>
public sealed class TeamMember
{
    private readonly MemberDay[] _days;

    /// <summary>The member of these days (both ends included; open ones end at <see cref="DateOnly.MaxValue" />).</summary>
    public TeamMember(UserId id, ImmutableArray<DateRange> memberships, PersonCalendar calendar, DayLedger ledger)
    {
        Id = id;
        Memberships = memberships;
        Calendar = calendar;
        Ledger = ledger;
        Started = FirstStart();
        _days = [.. calendar.Challenge.Dates.Select(Judge)];
    }

    /// <summary>Who it is.</summary>
    public UserId Id { get; }

    /// <summary>The days of membership.</summary>
    public ImmutableArray<DateRange> Memberships { get; }

    /// <summary>The person's calendar in the challenge.</summary>
    public PersonCalendar Calendar { get; }

    /// <summary>The person's done days.</summary>
    public DayLedger Ledger { get; }

    /// <summary>
    /// The first done day of the challenge that was not self-reported, in any team, off-days included: from it on the
    /// person counts (rule 15). Null for who has not started.
    /// </summary>
    public DateOnly? Started { get; }

    /// <summary>Whether the person is a member on the date.</summary>
    public bool IsMemberOn(DateOnly date) => Memberships.Cover(date);

    /// <summary>Whether the person has started by the date.</summary>
    public bool HasStartedBy(DateOnly date) => Started <= date;

    /// <summary>What the member's day counts for; dates outside the challenge count nothing.</summary>
    public MemberDay On(DateOnly date)
    {
        var index = date.DayNumber - Calendar.Challenge.Start.DayNumber;
        return (uint)index < (uint)_days.Length ? _days[index] : MemberDay.Off;
    }

    private MemberDay Judge(DateOnly date)
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
