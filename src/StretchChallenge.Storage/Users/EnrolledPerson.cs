using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;

namespace StretchChallenge.Storage.Users;

/// <summary>A person in one challenge, as boards and teams count them: their days as sets, and the few lists that most leave empty.</summary>
public sealed record EnrolledPerson
{
    /// <summary>The person's account.</summary>
    public required UserId Id { get; init; }

    /// <summary>The name shown if the person opted in.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Whether boards show the person's name (rule 21).</summary>
    public required bool ShowName { get; init; }

    /// <summary>The IANA zone given at registration.</summary>
    public required string ZoneId { get; init; }

    /// <summary>The person's role.</summary>
    public required ChallengeRole Role { get; init; }

    /// <summary>The day on which they first joined.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>
    /// The days with a credit that was recorded before the challenge was cancelled, if it was, also days before they joined;
    /// not corrected (rule 22). Numbered as in <see cref="ChallengeCalendar.DayOf" />.
    /// </summary>
    public required CreditedDays Credited { get; init; }

    /// <summary>The days between leaving and coming back.</summary>
    public ImmutableArray<DateRange> Absences { get; init; } = [];

    /// <summary>The team intervals in the challenge, in the order in which they were saved (rule 15).</summary>
    public ImmutableArray<MembershipRecord> Memberships { get; init; } = [];

    /// <summary>Later zones, in the order of the changes (rule 3).</summary>
    public ImmutableArray<ZoneChange> ZoneChanges { get; init; } = [];

    /// <summary>Own work patterns, in the order of the changes (rule 10).</summary>
    public ImmutableArray<WorkPatternChange> WorkPatterns { get; init; } = [];

    /// <summary>Time off, ordered by first day (rule 6).</summary>
    public ImmutableArray<TimeOffRecord> TimeOff { get; init; } = [];

    /// <summary>The days that organisers of the challenge corrected, ordered by date (rule 22).</summary>
    public ImmutableArray<DayCorrection> Corrections { get; init; } = [];

    /// <summary>What is kept of the person's days once they are purged; null while the days themselves are stored.</summary>
    public PersonResult? Result { get; init; }

    /// <summary>What a person's record says of one challenge; null when they never joined it.</summary>
    public static EnrolledPerson? Of(PersonRecord person, ChallengeRecord challenge) =>
        person.Enrolments.FirstOrDefault(enrolment => enrolment.ChallengeId == challenge.Id) is { } enrolment
            ? new EnrolledPerson
            {
                Id = person.Id,
                DisplayName = person.DisplayName,
                ShowName = person.ShowName,
                ZoneId = person.ZoneId,
                Role = enrolment.Role,
                JoinedOn = enrolment.JoinedOn,
                Credited = CreditedIn(person, challenge),
                Absences = enrolment.Absences,
                Memberships = [.. person.Memberships.Where(one => one.ChallengeId == challenge.Id)],
                ZoneChanges = person.ZoneChanges,
                WorkPatterns = person.WorkPatterns,
                TimeOff = person.TimeOff,
                Corrections =
                [
                    .. person.Corrections.Where(day => day.ChallengeId == challenge.Id).Select(day => new DayCorrection(day.Date, day.Done)),
                ],
                Result = person.ResultIn(challenge.Id),
            }
            : null;

    private static CreditedDays CreditedIn(PersonRecord person, ChallengeRecord challenge)
    {
        var (done, reported) = (default(DaySet), default(DaySet));
        foreach (var credit in person.Credits)
        {
            if (!(credit.RecordedAt > challenge.CancelledAt))
            {
                var day = DaySet.Of(credit.Date.DayNumber - challenge.FirstNumberedDay.DayNumber);
                done |= day;
                reported |= credit.Kind == CreditKind.SelfReported ? day : default;
            }
        }

        return new CreditedDays(done, reported);
    }
}
