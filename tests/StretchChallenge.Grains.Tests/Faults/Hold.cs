namespace StretchChallenge.Grains.Tests.Faults;

/// <summary>Holds up the callers of a store between the work done and the answer.</summary>
internal sealed class Hold(Action removed)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first caller is held up.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Lets everybody go on.</summary>
    public void Release()
    {
        removed();
        _released.TrySetResult();
    }

    /// <summary>Where callers wait.</summary>
    public Task WaitAsync()
    {
        _reached.TrySetResult();
        return _released.Task;
    }
}
