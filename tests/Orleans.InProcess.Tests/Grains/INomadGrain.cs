namespace Orleans.InProcess.Tests;

/// <summary>A grain that leaves often.</summary>
[Alias("tests.nomad")]
public interface INomadGrain : IGrainWithStringKey
{
    [Alias("visit")]
    Task VisitAsync(bool leave);
}
