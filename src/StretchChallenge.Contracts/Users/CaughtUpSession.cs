
namespace StretchChallenge.Contracts.Users;

/// <summary>A live break whose missed steps somebody did alone (rule 25).</summary>
/// <param name="SessionId">The session.</param>
/// <param name="EndedAt">When it ended: its local date is the date of record.</param>
[GenerateSerializer, Immutable, Alias("CaughtUpSession")]
public sealed record CaughtUpSession(string SessionId, DateTimeOffset EndedAt);
