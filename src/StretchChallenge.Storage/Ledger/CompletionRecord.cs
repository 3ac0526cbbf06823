using StretchChallenge.Domain;

namespace StretchChallenge.Storage.Ledger;

/// <summary>A routine done to its end (rules 11 and 12). Kept even when the day's credit is undone.</summary>
/// <param name="RunId">Unique: a run completes once.</param>
/// <param name="Date">The date of record.</param>
/// <param name="RoutineId">The catalogue's routine.</param>
/// <param name="Variant">The variant done, such as <c>desk</c>; null where the routine has none.</param>
/// <param name="Seconds">The time that counts as minutes.</param>
/// <param name="Session">The group session; null for a run alone.</param>
/// <param name="CompletedAt">When the server took it.</param>
public sealed record CompletionRecord(
    string RunId,
    DateOnly Date,
    string RoutineId,
    string? Variant,
    int Seconds,
    SessionId? Session,
    DateTimeOffset CompletedAt);
