
namespace StretchChallenge.Contracts.Sessions;

/// <summary>Somebody comes in, or comes back.</summary>
/// <param name="Server">The server whose connection it is; it watches the session.</param>
/// <param name="UserId">A member's account; null for guests.</param>
/// <param name="SeatHash">The hash of a guest's secret seat; null for members.</param>
/// <param name="Name">The name to show, already cleaned; null where only somebody known is let in.</param>
[GenerateSerializer, Immutable, Alias("JoinSession")]
public sealed record JoinSession(string Server, string? UserId, string? SeatHash, string? Name);
