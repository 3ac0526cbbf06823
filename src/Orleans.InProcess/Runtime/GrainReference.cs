using System.Reflection;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>The base of the proxies through which grains and observers are called; equal if they lead to the same.</summary>
internal class GrainReference : DispatchProxy, IAddressable
{
    private Silo _silo = null!;

    /// <summary>The identity it leads to.</summary>
    public GrainId GrainId { get; private set; }

    public static TInterface Create<TInterface>(Silo silo, GrainId grainId)
    {
        object proxy = Create<TInterface, GrainReference>()!;
        var reference = (GrainReference)proxy;
        reference._silo = silo;
        reference.GrainId = grainId;
        return (TInterface)proxy;
    }

    /// <summary>The same reference with another interface.</summary>
    public TInterface Cast<TInterface>() => this is TInterface same ? same : Create<TInterface>(_silo, GrainId);

    public override bool Equals(object? obj) => obj is GrainReference other && GrainId == other.GrainId;

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        GrainMethod.Of(targetMethod!).Call(_silo, GrainId, args!);
}
