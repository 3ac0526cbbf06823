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

    /// <summary>The watches that the grain has.</summary>
    public HashSet<BoardWatch> Watches { get; } = [];

    /// <summary>What the grain was told, a line for each call.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether calls fail without effect.</summary>
    public bool IsIll { get; set; }

    /// <summary>The grain, and what it is told here.</summary>
    public static (IStandingsGrain Grain, VersionedStandings Standings) Create()
    {
        var grain = Create<IStandingsGrain, VersionedStandings>();
        return (grain, (VersionedStandings)grain);
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var watches = args!.OfType<ImmutableArray<BoardWatch>>().FirstOrDefault([]);
        Calls.Add($"{targetMethod!.Name} {string.Join(' ', watches.Select(watch => watch.UserId).Order())}".TrimEnd());
        if (IsIll)
        {
            throw new InvalidOperationException("The boards are ill.");
        }

        if (targetMethod.Name == nameof(IStandingsGrain.UnwatchAsync))
        {
            Watches.ExceptWith(watches);
            return Task.CompletedTask;
        }

        if (args is [_, _, true, ..])
        {
            Watches.Clear();
        }

        Watches.UnionWith(watches);
        ImmutableArray<BoardVersion> versions = [.. Watches.Select(watch => watch.Board).Distinct().Select(board => new BoardVersion(board, Version))];
        return Task.FromResult(new BoardLease(versions, Watches.Count));
    }
}
