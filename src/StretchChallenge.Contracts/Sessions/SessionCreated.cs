
namespace StretchChallenge.Contracts.Sessions;

/// <summary>A session that was made.</summary>
/// <param name="Id">The session.</param>
/// <param name="Code">What people type to join it: 6 characters, none of which looks like another.</param>
[GenerateSerializer, Immutable, Alias("SessionCreated")]
public sealed record SessionCreated(string Id, string Code);
