namespace Orleans.InProcess.Tests;

/// <summary>A closed gate of the stage: what comes to it waits until the test opens it.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets through what waits and what comes.</summary>
    public void Open() => _opened.TrySetResult();

    internal Task PassAsync(CancellationToken cancellationToken) => _opened.Task.WaitAsync(cancellationToken);
}
