using System.Collections.Immutable;
using System.Reflection;
using StretchChallenge.Contracts.Standings;

namespace StretchChallenge.Server.Tests.Live;

/// <summary>
/// Stands in for a challenge's grain where only the boards' versions matter. No class of it is written out: a class that
/// implements a grain's interface is a grain to the runtime.
/// </summary>
public class VersionedStandings : DispatchProxy
{
    /// <summary>The version of every board.</summary>
    public long Version { get; set; }

    /// <summary>How often a lease was asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>The grain, and what it is told here.</summary>
    public static (IStandingsGrain Grain, VersionedStandings Standings) Create()
    {
        var grain = Create<IStandingsGrain, VersionedStandings>();
        return (grain, (VersionedStandings)grain);
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name != nameof(IStandingsGrain.WatchAsync))
        {
            throw new NotSupportedException($"{targetMethod?.Name} is not needed here.");
        }

        Asked++;
        var watches = (ImmutableArray<BoardWatch>)args![1]!;
        return Task.FromResult(watches.Select(_ => Version).ToImmutableArray());
    }
}
