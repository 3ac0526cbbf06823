namespace Orleans.InProcess.Tests;

/// <summary>A named piece of a test: the gate to pass and the name under which it is recorded.</summary>
[GenerateSerializer]
[Immutable]
[Alias("tests.scene")]
public sealed record Scene(string Name);
