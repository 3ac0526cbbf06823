using StretchChallenge.Domain.Streaks;

namespace StretchChallenge.Storage.Users;

/// <summary>The one credit of a person's date of record (rule 1).</summary>
/// <param name="Date">The date of record.</param>
/// <param name="Kind">How the day was done.</param>
/// <param name="RecordedAt">When the server took it: a self-report can be undone on that day alone (rule 9).</param>
public sealed record CreditRecord(DateOnly Date, CreditKind Kind, DateTimeOffset RecordedAt);
