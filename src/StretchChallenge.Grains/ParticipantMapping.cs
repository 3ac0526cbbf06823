using System.Collections.Immutable;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains;

/// <summary>Maps the people of one challenge to the values of the domain. It keeps what they share, because they may be a million.</summary>
internal sealed class ParticipantMapping(ChallengeRecord challenge)
{
    private readonly Dictionary<string, ZoneTimeline> _zones = new(StringComparer.Ordinal);

    /// <summary>The challenge's calendar.</summary>
    public ChallengeCalendar Challenge { get; } = challenge.ToCalendar();

    /// <summary>The person's calendar in the challenge.</summary>
    public PersonCalendar CalendarOf(EnrolledPerson person) => CalendarOf(person, ZoneOf(person));

    /// <summary>The person's calendar in the challenge.</summary>
    /// <param name="person">The person.</param>
    /// <param name="zone">Their zone over time.</param>
    public PersonCalendar CalendarOf(EnrolledPerson person, ZoneTimeline zone)
    {
        // Time off that is entered after a challenge was cancelled leaves it as it was.
        var lastEntry = challenge.CancelledAt is { } cancelled ? zone.DateAt(cancelled) : DateOnly.MaxValue;
        return new PersonCalendar(
            Challenge,
            zone,
            person.JoinedOn,
            person.WorkPatterns.IsEmpty ? null : new WorkPattern(person.WorkPatterns),
            person.TimeOff.IsEmpty ? [] : [.. person.TimeOff.Where(off => off.EnteredOn <= lastEntry).Select(off => new DateRange(off.From, off.To))],
            zone.NeutralDates,
            person.Absences);
    }

    /// <summary>
    /// Whether the person has left while the challenge went on, and so is on no board any more. Who leaves when it is over, or with
    /// its last day, keeps their place: results are final (rule 22), and leaving takes effect on the day after (rule 15).
    /// </summary>
    public bool HasLeftInTime(EnrolledPerson person)
    {
        var lastDay = challenge.CancelledAt is { } cancelled && ZoneOf(person).DateAt(cancelled) is var date && date < challenge.EndsOn
            ? date
            : challenge.EndsOn;
        return person.Absences.AreOpen() && person.Absences[^1].From <= lastDay;
    }

    /// <summary>The credits as they count in the challenge: as its organisers corrected them (rule 22).</summary>
    public CreditedDays CreditsOf(EnrolledPerson person)
    {
        var credited = person.Credited;
        foreach (var correction in person.Corrections)
        {
            credited = credited.Corrected(Challenge.DayOf(correction.Date), correction.Done);
        }

        return credited;
    }

    /// <summary>The team intervals.</summary>
    public static ImmutableArray<TeamMembership> TeamsOf(EnrolledPerson person) =>
        [.. person.Memberships.Select(one => new TeamMembership(one.TeamId, one.Days()))];

    private ZoneTimeline ZoneOf(EnrolledPerson person)
    {
        if (!person.ZoneChanges.IsEmpty)
        {
            return new ZoneTimeline(TimeZones.Find(person.ZoneId), person.ZoneChanges);
        }

        if (!_zones.TryGetValue(person.ZoneId, out var zone))
        {
            _zones.Add(person.ZoneId, zone = ZoneTimeline.Fixed(TimeZones.Find(person.ZoneId)));
        }

        return zone;
    }
}
