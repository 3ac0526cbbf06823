using StretchChallenge.Domain;
using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Storage.Users;

/// <summary>A row of <c>credits</c>.</summary>
internal sealed class CreditRow
{
    public UserId UserId { get; init; }

    public DateOnly LocalDate { get; init; }

    public CreditKind Kind { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public CreditRecord ToRecord() => new(LocalDate, Kind, RecordedAt);
}
