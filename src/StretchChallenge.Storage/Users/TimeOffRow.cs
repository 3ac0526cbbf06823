using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Users;

/// <summary>A row of <c>time_off</c>.</summary>
internal sealed class TimeOffRow
{
    public UserId UserId { get; init; }

    public string Id { get; init; } = "";

    public DateOnly FromDate { get; init; }

    public DateOnly ToDate { get; init; }

    public DateOnly EnteredOn { get; init; }

    public TimeOffRecord ToRecord() => new(Id, FromDate, ToDate, EnteredOn);
}
