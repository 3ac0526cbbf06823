using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Domain.Teams;

/// <summary>A past or present member of a team with what the team's standing is computed from.</summary>
/// <remarks>Immutable. The sets of days are made once, on construction, so that repeated folds over the team are cheap.</remarks>
public sealed class TeamMember
{
    private readonly ChallengeCalendar _challenge;

    /// <summary>Creates a member from the days of membership (both ends included), the calendar and the done days.</summary>
    public TeamMember(UserId id, ImmutableArray<DateRange> memberships, PersonCalendar calendar, DayLedger ledger)
        : this(id, memberships, calendar.Challenge, ChallengeDays.Of(calendar, ledger))
    {
    }

    /// <summary>Creates a member from the days of membership (both ends included) and the person's days in the challenge.</summary>
    public TeamMember(UserId id, ImmutableArray<DateRange> memberships, ChallengeCalendar challenge, ChallengeDays days)
    {
        Id = id;
        Memberships = memberships;
        _challenge = challenge;
        var (done, reported) = days.Credited;
        var started = (done & challenge.Days).Except(reported).First;
        Started = started is { } first ? challenge.DateOf(first) : null;
        Due = started is { } since ? challenge.DaysOf(memberships) & DaySet.From(since) & days.Due : default;
        Done = Due & done;
    }

    /// <summary>Creates a member whose days are purged: they count as sealed days of the team.</summary>
    public TeamMember(UserId id, ImmutableArray<DateRange> memberships, ChallengeCalendar challenge, DateOnly? started)
    {
        (Id, Memberships, _challenge, Started) = (id, memberships, challenge, started);
    }

    /// <summary>The person.</summary>
    public UserId Id { get; }

    /// <summary>The days of membership.</summary>
    public ImmutableArray<DateRange> Memberships { get; }

    /// <summary>
    /// The first done day of the challenge that was not self-reported, in any team, off-days included. The person counts for
    /// their team from this day on (rule 15). Null when they have not started.
    /// </summary>
    public DateOnly? Started { get; }

    /// <summary>The days on which the member counts as due in the team.</summary>
    internal DaySet Due { get; }

    /// <summary>Those of them that are done; a day protected by a freeze is not.</summary>
    internal DaySet Done { get; }

    /// <summary>Whether the person is a member on the date.</summary>
    public bool IsMemberOn(DateOnly date) => Memberships.ContainsDate(date);

    /// <summary>Whether the person has started on the date or before.</summary>
    public bool HasStartedBy(DateOnly date) => Started <= date;

    /// <summary>Whether the person's day is due in the team.</summary>
    public bool IsDueOn(DateOnly date) => Due.Contains(_challenge.DayOf(date));

    /// <summary>Whether the person's day is due and done in the team.</summary>
    public bool IsDoneOn(DateOnly date) => Done.Contains(_challenge.DayOf(date));
}
