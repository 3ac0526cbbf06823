namespace StretchChallenge.Grains.Tests.World;

/// <summary>A team of a challenge.</summary>
internal sealed record TestTeam(string Id, string Name);
