using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Storage.Challenges;

/// <summary>A row of <c>challenges</c>.</summary>
internal sealed class ChallengeRow
{
    public ChallengeId Id { get; init; }

    public string Name { get; init; } = "";

    public string Code { get; init; } = "";

    public DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public string ZoneId { get; init; } = "";

    public WorkDays WorkDays { get; init; }

    public int TeamThreshold { get; init; }

    public bool OrganisersMakeTeams { get; init; }

    public bool IsDemo { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public ChallengeRecord ToRecord(IEnumerable<DateOnly> holidays) => new(
        Id,
        Name,
        Code,
        StartsOn,
        EndsOn,
        ZoneId,
        WorkDays,
        [.. holidays],
        TeamThreshold,
        OrganisersMakeTeams,
        IsDemo,
        CreatedAt);
}
