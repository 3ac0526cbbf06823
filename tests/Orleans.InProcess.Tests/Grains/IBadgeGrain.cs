namespace Orleans.InProcess.Tests;

/// <summary>A grain that knows its own key.</summary>
[Alias("tests.badge")]
public interface IBadgeGrain : IGrainWithGuidKey
{
    [Alias("read")]
    Task<Guid> ReadAsync();
}
