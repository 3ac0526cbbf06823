namespace Orleans.InProcess.Tests;

/// <inheritdoc cref="IMayflyGrain"/>
[CollectionAgeLimit(Minutes = 2)]
public sealed class MayflyGrain(Stage stage) : Grain, IMayflyGrain, IDisposable
{
    public Task LiveAsync() => Task.CompletedTask;

    public void Dispose() => stage.Record("mayfly dies");
}
