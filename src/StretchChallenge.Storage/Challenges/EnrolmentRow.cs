using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A row of <c>enrolments</c>.</summary>
internal sealed class EnrolmentRow
{
    public ChallengeId ChallengeId { get; init; }

    public UserId UserId { get; init; }

    public ChallengeRole Role { get; init; }

    public DateOnly JoinedOn { get; init; }

    /// <summary>Each enrolment with its absences, in the order of both.</summary>
    public static IEnumerable<EnrolmentRecord> ToRecords(IEnumerable<EnrolmentRow> rows, IEnumerable<AbsenceRow> absences)
    {
        var away = absences.ToLookup(row => (row.ChallengeId, row.UserId), row => row.ToRange());
        return rows.Select(row => new EnrolmentRecord(
            row.ChallengeId,
            row.UserId,
            row.Role,
            row.JoinedOn,
            [.. away[(row.ChallengeId, row.UserId)]]));
    }
}
