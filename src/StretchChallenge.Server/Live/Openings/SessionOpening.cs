using System.Collections.Concurrent;

namespace StretchChallenge.Server.Live.Openings;

/// <summary>A break that is open to join.</summary>
/// <param name="Code">By which it is joined.</param>
/// <param name="ChallengeId">The challenge whose people it is for.</param>
/// <param name="RoutineId">The routine.</param>
/// <param name="StartsAt">When it starts; of one that its host starts, when its lobby opened.</param>
public sealed record SessionOpening(string Code, string ChallengeId, string RoutineId, DateTimeOffset StartsAt);

/// <summary>A challenge whose breaks connections of this server hear of.</summary>
internal sealed class WatchedChallenge
{
    /// <summary>The connections, as the keys of a set.</summary>
    public ConcurrentDictionary<string, byte> Connections { get; } = new(StringComparer.Ordinal);

    /// <summary>The code of the open break that everybody was told of; null while none is open.</summary>
    public string? Announced { get; set; }
}
