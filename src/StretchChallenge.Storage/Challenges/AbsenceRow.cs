using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A row of <c>absences</c>.</summary>
internal sealed class AbsenceRow
{
    public ChallengeId ChallengeId { get; init; }

    public UserId UserId { get; init; }

    public DateOnly FromDate { get; init; }

    public DateOnly ToDate { get; init; }

    public DateRange ToRange() => new(FromDate, ToDate);
}
