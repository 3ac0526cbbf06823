namespace Orleans.InProcess.Tests;

/// <summary>What a crowd noticed.</summary>
/// <param name="Steps">How many steps were counted.</param>
/// <param name="MostAtOnce">How many calls were under way at most.</param>
/// <param name="Collisions">How often two turns ran at the same moment.</param>
[GenerateSerializer]
[Immutable]
[Alias("tests.crowd-report")]
public sealed record CrowdReport(int Steps, int MostAtOnce, int Collisions);
