namespace Orleans.InProcess.Tests;

/// <inheritdoc cref="IBrokenGrain"/>
public sealed class BrokenGrain : Grain, IBrokenGrain
{
    public BrokenGrain() => throw new InvalidOperationException("broken");

    public Task UseAsync() => Task.CompletedTask;
}
