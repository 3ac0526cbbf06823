using System.Collections.Concurrent;

namespace Orleans.InProcess.Tests;

/// <summary>Records <c>double</c> when its grain has two activations, or one that runs two turns at once.</summary>
public sealed class NomadGrain(Stage stage) : Grain, INomadGrain
{
    private static readonly ConcurrentDictionary<(Stage Stage, string Key), NomadGrain> Camps = new();

    private int _inside;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        stage.Record(Camps.TryAdd((stage, this.GetPrimaryKeyString()), this) ? "camp" : "double");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        stage.Record(Camps.TryRemove((stage, this.GetPrimaryKeyString()), out _) ? "gone" : "double");
    }

    public async Task VisitAsync(bool leave)
    {
        if (_inside++ > 0)
        {
            stage.Record("double");
        }

        if (leave)
        {
            DeactivateOnIdle();
        }

        await Task.Yield();
        stage.Record("visit");
        _inside--;
    }
}
