using System.Collections.Concurrent;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Server.Ids;

/// <summary>
/// Tells whether a challenge, a team or a session exists, so that no grain is activated for one that does not. Challenges and
/// teams that were found are kept: they are few, and the grain answers for what was deleted since.
/// </summary>
internal sealed class KnownIds(IChallengeStore challenges, ISessionStore sessions)
{
    private readonly ConcurrentDictionary<string, bool> _challenges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _teams = new(StringComparer.Ordinal);

    /// <summary>Whether there is a challenge with this id.</summary>
    public async Task<bool> HasChallengeAsync(string? id, CancellationToken cancellationToken = default) =>
        IdShape.Matches(id)
        && (_challenges.ContainsKey(id)
            || (await challenges.ExistsAsync(new ChallengeId(id), cancellationToken) && Keep(_challenges, id)));

    /// <summary>Whether there is a team with this id.</summary>
    public async Task<bool> HasTeamAsync(string? id, CancellationToken cancellationToken = default) =>
        IdShape.Matches(id)
        && (_teams.ContainsKey(id) || (await challenges.FindTeamAsync(new TeamId(id), cancellationToken) is not null && Keep(_teams, id)));

    /// <summary>Whether there is a session with this id.</summary>
    public async Task<bool> HasSessionAsync(string? id, CancellationToken cancellationToken = default) =>
        IdShape.Matches(id) && await sessions.ExistsAsync(new SessionId(id), cancellationToken);

    private static bool Keep(ConcurrentDictionary<string, bool> known, string id) => known.TryAdd(id, true) || known.ContainsKey(id);
}
