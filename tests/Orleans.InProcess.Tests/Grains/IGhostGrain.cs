namespace Orleans.InProcess.Tests;

/// <summary>An interface without a class.</summary>
[Alias("tests.ghost")]
public interface IGhostGrain : IGrainWithStringKey;
