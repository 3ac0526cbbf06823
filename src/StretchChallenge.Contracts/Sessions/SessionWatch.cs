
namespace StretchChallenge.Contracts.Sessions;

/// <summary>What a server learns when it renews its lease: enough to notice that it missed something.</summary>
/// <param name="Now">Where the session stands.</param>
/// <param name="Count">How many people are there.</param>
[GenerateSerializer, Immutable, Alias("SessionWatch")]
public sealed record SessionWatch(SessionMoment Now, int Count);
