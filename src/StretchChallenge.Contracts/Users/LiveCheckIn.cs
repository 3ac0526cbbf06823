
namespace StretchChallenge.Contracts.Users;

/// <summary>A live break that somebody took part in (rule 12), as the session's own attendance tells it.</summary>
/// <param name="SessionId">The session; its credit is given once, however often it is asked for.</param>
/// <param name="RoutineId">The routine done.</param>
/// <param name="EndedAt">When the session ended: its local date is the date of record.</param>
/// <param name="Seconds">How long the person was there while it ran.</param>
[GenerateSerializer, Immutable, Alias("LiveCheckIn")]
public sealed record LiveCheckIn(string SessionId, string RoutineId, DateTimeOffset EndedAt, int Seconds);
