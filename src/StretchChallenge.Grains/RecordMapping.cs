using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains;

/// <summary>Maps the records of the stores to the values of the domain.</summary>
internal static class RecordMapping
{
    /// <summary>The challenge's calendar.</summary>
    public static ChallengeCalendar ToCalendar(this ChallengeRecord challenge) =>
        new(challenge.StartsOn, challenge.EndsOn, TimeZones.Find(challenge.ZoneId), challenge.WorkDays, challenge.Holidays);

    /// <summary>Whether both have the same calendar.</summary>
    public static bool HasCalendarOf(this ChallengeRecord challenge, ChallengeRecord other) =>
        (challenge.StartsOn, challenge.EndsOn, challenge.ZoneId, challenge.WorkDays, challenge.CancelledAt)
            == (other.StartsOn, other.EndsOn, other.ZoneId, other.WorkDays, other.CancelledAt)
        && challenge.Holidays.SetEquals(other.Holidays);

    /// <summary>The instant as of which the challenge is folded: now, or when it was cancelled.</summary>
    public static DateTimeOffset AsOf(this ChallengeRecord challenge, DateTimeOffset now) =>
        challenge.CancelledAt is { } cancelled && cancelled < now ? cancelled : now;

    /// <summary>The date in the challenge's zone.</summary>
    public static DateOnly DateAt(this ChallengeRecord challenge, DateTimeOffset instant) =>
        ZoneTimeline.Fixed(TimeZones.Find(challenge.ZoneId)).DateAt(instant);

    /// <summary>The person's zone over time.</summary>
    public static ZoneTimeline ToTimeline(this PersonRecord person) =>
        person.ZoneChanges.IsEmpty
            ? ZoneTimeline.Fixed(TimeZones.Find(person.ZoneId))
            : new ZoneTimeline(TimeZones.Find(person.ZoneId), person.ZoneChanges);

    /// <summary>
    /// The person's days as they count in a challenge: as organisers corrected them there (rule 22), and as of when it was
    /// cancelled. Streaks, teams and boards are all folded from these.
    /// </summary>
    public static DayLedger ToLedger(this PersonRecord person, ChallengeRecord challenge)
    {
        var counted = challenge.CancelledAt is { } cancelled
            ? person with { Credits = person.Credits.RemoveAll(credit => credit.RecordedAt > cancelled) }
            : person;
        return counted.ToLedger().Corrected(person.CorrectionsIn(challenge.Id));
    }

    /// <summary>The days that organisers of the challenge corrected.</summary>
    public static IEnumerable<DayCorrection> CorrectionsIn(this PersonRecord person, ChallengeId challenge) =>
        person.Corrections.Where(day => day.ChallengeId == challenge).Select(day => new DayCorrection(day.Date, day.Done));

    /// <summary>The person's days, whatever challenge they count in.</summary>
    public static DayLedger ToLedger(this PersonRecord person) => new(
        [.. person.Credits.Select(credit => credit.Date)],
        [.. person.Credits.Where(credit => credit.Kind == CreditKind.SelfReported).Select(credit => credit.Date)]);

    /// <summary>The days of a hint, as a ledger.</summary>
    public static DayLedger ToLedger(this PersonDays days) => new([.. days.Done], [.. days.SelfReported]);

    /// <summary>A presence as it is sent.</summary>
    public static LivePresence ToContract(this SessionPresence presence) =>
        new([.. presence.Intervals.Select(span => new PresenceSpan(span.From, span.To))], presence.Ran);

    /// <summary>A presence that was sent.</summary>
    public static SessionPresence ToDomain(this LivePresence presence) =>
        new([.. presence.Spans.Select(span => new TimeInterval(span.FromMs, span.ToMs))], presence.RanMs);

    /// <summary>The days of a membership; a current one ends at <see cref="DateOnly.MaxValue" />.</summary>
    public static DateRange Days(this MembershipRecord membership) =>
        new(membership.From, membership.To ?? DateOnly.MaxValue);

    /// <summary>The team on a date; null when the person is in no team of the challenge then.</summary>
    public static TeamId? TeamOn(this ImmutableArray<MembershipRecord> memberships, ChallengeId challenge, DateOnly date)
    {
        foreach (var membership in memberships)
        {
            if (membership.ChallengeId == challenge && membership.Days().Contains(date))
            {
                return membership.TeamId;
            }
        }

        return null;
    }

    /// <summary>Whether the person has left and not come back (rule 15).</summary>
    public static bool IsAway(this EnrolmentRecord enrolment) => enrolment.Absences.AreOpen();

    /// <summary>Whether the last absence has not ended.</summary>
    public static bool AreOpen(this ImmutableArray<DateRange> absences) => absences is [.., { To: var last }] && last == DateOnly.MaxValue;
}
