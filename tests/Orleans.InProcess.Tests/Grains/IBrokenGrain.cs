namespace Orleans.InProcess.Tests;

/// <summary>A grain that cannot be constructed.</summary>
[Alias("tests.broken")]
public interface IBrokenGrain : IGrainWithGuidKey
{
    [Alias("use")]
    Task UseAsync();
}
