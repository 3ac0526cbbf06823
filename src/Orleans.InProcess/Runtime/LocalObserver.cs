using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A local object that grains call through a reference, one call at a time.</summary>
internal sealed class LocalObserver(IGrainObserver target, Silo silo) : Actor(silo.Clock)
{
    /// <summary>The type name in the identities of observers; no grain class can have it.</summary>
    public const string TypeName = "sys.observer";

    /// <summary>The identity behind its references.</summary>
    public GrainId GrainId { get; } = GrainId.Create(TypeName, Guid.NewGuid().ToString("N"));

    public override void RunTurns()
    {
        while (TryStartTurn(target))
        {
            // The mailbox decides how many may run.
        }
    }
}
