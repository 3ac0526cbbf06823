using System.Collections.Immutable;

namespace StretchChallenge.Durability;

/// <summary>Somebody signed in, with routines started in advance.</summary>
/// <param name="Id">The account.</param>
/// <param name="Cookie">The sign-in, which outlives the server.</param>
/// <param name="Team">The team.</param>
/// <param name="Runs">A started run for each volley.</param>
/// <param name="Ready">From when on all of them can be completed.</param>
internal sealed record Colleague(string Id, string Cookie, string Team, ImmutableArray<string> Runs, DateTimeOffset Ready);
