using StretchChallenge.Domain.Calendars;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <summary>A person's place in one challenge, as the rules see it.</summary>
internal sealed record Participation(ChallengeRecord Challenge, EnrolmentRecord Enrolment, PersonCalendar Calendar)
{
    /// <summary>Whether the person has left and not come back (rule 15).</summary>
    public bool IsAway => Enrolment.IsAway();

    /// <summary>The person's place in the challenge; null where they never joined it.</summary>
    public static Participation? Of(PersonRecord person, ZoneTimeline zone, ChallengeRecord challenge)
    {
        var enrolment = person.Enrolments.FirstOrDefault(enrolment => enrolment.ChallengeId == challenge.Id);
        if (enrolment is null)
        {
            return null;
        }

        var pattern = person.WorkPatterns.IsEmpty ? null : new WorkPattern(person.WorkPatterns);
        var calendar = new PersonCalendar(
            challenge.ToCalendar(),
            zone,
            enrolment.JoinedOn,
            pattern,
            [.. person.TimeOff.Select(off => new DateRange(off.From, off.To))],
            zone.NeutralDates,
            enrolment.Absences);
        return new Participation(challenge, enrolment, calendar);
    }
}
