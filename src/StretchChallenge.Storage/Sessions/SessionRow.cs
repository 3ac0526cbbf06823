using System.Globalization;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Storage.Sessions;

/// <summary>A row of <c>sessions</c>.</summary>
internal class SessionRow
{
    public const string Columns =
        "id, code, challenge_id, routine_id, steps, host_id, opens_at, starts_at, phase, created_at, seen_at, settled_at";

    public SessionId Id { get; init; }

    public string Code { get; init; } = "";

    public ChallengeId ChallengeId { get; init; }

    public string RoutineId { get; init; } = "";

    public string Steps { get; init; } = "";

    public UserId? HostId { get; init; }

    public DateTimeOffset OpensAt { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public SessionPhase Phase { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public static string ColumnsOf(string table) => string.Join(", ", Columns.Split(", ").Select(column => $"{table}.{column}"));

    public static string TextOf(IEnumerable<long> steps) =>
        string.Join(',', steps.Select(step => step.ToString(CultureInfo.InvariantCulture)));

    public SessionRecord ToRecord() => new(
        Id,
        Code,
        ChallengeId,
        RoutineId,
        [.. Steps.Split(',').Select(step => long.Parse(step, CultureInfo.InvariantCulture))],
        HostId,
        OpensAt,
        StartsAt,
        Phase,
        CreatedAt,
        SeenAt,
        SettledAt);
}
