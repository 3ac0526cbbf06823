namespace Orleans.InProcess.Tests;

/// <inheritdoc cref="IPlayerGrain"/>
public sealed class PlayerGrain(Stage stage) : Grain, IPlayerGrain
{
    private readonly Guid _activation = Guid.NewGuid();

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        stage.Record($"{Key} arrives");
        await stage.PassAsync($"{Key} arrives", cancellationToken);
        if (stage.FailingActivations-- > 0)
        {
            throw new InvalidDataException("stage fright");
        }
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        stage.Record($"{Key} leaves: {reason.ReasonCode}");
        await stage.PassAsync($"{Key} leaves", cancellationToken);
    }

    public Task PlayAsync(Scene scene, CancellationToken cancellationToken = default) =>
        PerformAsync(scene, cancellationToken);

    public Task WatchAsync(Scene scene, CancellationToken cancellationToken = default) =>
        PerformAsync(scene, cancellationToken);

    public Task ListenAsync(Scene scene, CancellationToken cancellationToken = default) =>
        PerformAsync(scene, cancellationToken);

    public async Task ShoutAsync(Scene scene)
    {
        await PerformAsync(scene, CancellationToken.None);
        throw new InvalidOperationException($"{scene.Name} fails");
    }

    public ValueTask<Guid> WhoAsync() => ValueTask.FromResult(_activation);

    public Task FailAsync(string message) => throw new InvalidDataException(message);

    public async ValueTask<int> FailLateAsync(string message)
    {
        await Task.Yield();
        throw new InvalidDataException(message);
    }

    public async Task<bool> DirectAsync(string other, Scene scene)
    {
        stage.Record($"{Key} directs");
        var scheduler = TaskScheduler.Current;
        try
        {
            await GrainFactory.GetGrain<IPlayerGrain>(other).PlayAsync(scene);
        }
        finally
        {
            stage.Record($"{Key} has directed");
        }

        return scheduler == TaskScheduler.Current && scheduler != TaskScheduler.Default;
    }

    public async Task DirectEachOtherAsync(string other)
    {
        try
        {
            await GrainFactory.GetGrain<IPlayerGrain>(other).DirectAsync(Key, new Scene("never"));
        }
        finally
        {
            stage.Record($"{Key} has directed");
        }
    }

    public async Task LeaveAfterAsync(Scene scene)
    {
        DeactivateOnIdle();
        await PerformAsync(scene, CancellationToken.None);
    }

    public Task LingerAsync(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }

    private async Task PerformAsync(Scene scene, CancellationToken cancellationToken)
    {
        stage.Record($"{scene.Name} begins");
        await stage.PassAsync(scene.Name, cancellationToken);
        stage.Record($"{scene.Name} ends");
    }
}
