using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A local object that grains call through a reference, one call at a time.</summary>
internal sealed class LocalObserver(IGrainObserver target, TimeProvider clock)
    : Actor(GrainId.Create(TypeName, Guid.NewGuid().ToString("N")), clock, isReentrant: false)
{
    /// <summary>The type name in the identities of observers; no grain class has it.</summary>
    private const string TypeName = "sys.observer";

    public override void RunTurns() => StartTurns(target);
}
