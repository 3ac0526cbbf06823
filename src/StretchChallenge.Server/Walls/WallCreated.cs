namespace StretchChallenge.Server.Walls;

/// <summary>A wall that was set up.</summary>
/// <param name="Token">The secret of its address, <c>/wall/{token}</c>; shown this once.</param>
public sealed record WallCreated(string Token);
