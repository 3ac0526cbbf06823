using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Contracts.Sessions;

/// <summary>Where a session stands (rule 27): pushed on every change, and never as a tick.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Seq">Counts its changes; it goes on one by one, also over a restart of the server.</param>
/// <param name="ServerMs">The server's clock when this held: milliseconds since 1970-01-01 UTC.</param>
/// <param name="Phase">The phase.</param>
/// <param name="Step">The step by index; the number of steps once finished.</param>
/// <param name="RemainingMs">What was left of the step.</param>
[GenerateSerializer, Immutable, Alias("SessionMoment")]
public sealed record SessionMoment(string SessionId, int Seq, long ServerMs, SessionPhase Phase, int Step, long RemainingMs);
