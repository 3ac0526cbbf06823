namespace Orleans.InProcess.Tests;

/// <summary>Who watches a theatre.</summary>
[Alias("tests.watcher")]
public interface IWatcher : IGrainObserver
{
    [Alias("see")]
    Task SeeAsync(string scene);
}
