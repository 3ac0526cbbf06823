namespace Orleans.InProcess.Tests;

/// <summary>A grain that is collected early.</summary>
[Alias("tests.mayfly")]
public interface IMayflyGrain : IGrainWithStringKey
{
    [Alias("live")]
    Task LiveAsync();
}
