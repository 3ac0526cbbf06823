using System.Collections.Immutable;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Standings;

/// <summary>A board as its watchers have it: the rows of the last version, to which the next change adds.</summary>
/// <param name="challengeId">The challenge.</param>
/// <param name="board">Which board.</param>
/// <param name="version">
/// The first version. It grows from one activation to the next, so that watchers notice a gap between them.
/// </param>
internal sealed class PublishedBoard(string challengeId, BoardKind board, long version)
{
    /// <summary>The version of these rows.</summary>
    public long Version { get; private set; } = version;

    /// <summary>The listed rows, best first.</summary>
    public ImmutableArray<BoardRow> Rows { get; private set; } = [];

    /// <summary>How many teams or people were on the board.</summary>
    public int Total { get; private set; }

    /// <summary>Takes the board as it is now; answers the change from the version before, null where there is none.</summary>
    public StandingsChange? Publish(ImmutableArray<BoardRow> rows, int total)
    {
        var before = Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        ImmutableArray<BoardRow> changed = [.. rows.Where(row => !before.Remove(row.Id, out var old) || old != row)];
        if (changed.IsEmpty && before.Count == 0 && total == Total)
        {
            return null;
        }

        (Rows, Total) = (rows, total);
        Version++;
        return new StandingsChange(challengeId, board, Version, total, changed, [.. before.Keys], null);
    }

    /// <summary>Leaves one version out: whoever missed something sees the gap.</summary>
    public void Skip() => Version++;

    /// <summary>A message for one person alone, at the version there is.</summary>
    public StandingsChange For(OwnRow own) => new(challengeId, board, Version, Total, [], [], own);
}
