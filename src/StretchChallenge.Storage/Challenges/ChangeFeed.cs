using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Challenges;

/// <summary>
/// The changes of what boards and teams show, for each challenge, numbered in the order of their commits, without gaps. Each is
/// written in the transaction of the change itself.
/// </summary>
public interface IChangeFeed
{
    /// <summary>Returns the number of the challenge's latest change, 0 before the first; null when there is no such challenge.</summary>
    Task<long?> FindLastAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Returns what changed after a number; null when the challenge or some of these changes are not stored any more.</summary>
    Task<FeedChanges?> ReadAsync(ChallengeId challenge, long after, CancellationToken cancellationToken = default);

    /// <summary>The same, but of all people only those who were ever a member of the team, which is one of the challenge.</summary>
    Task<FeedChanges?> ReadAsync(ChallengeId challenge, TeamId team, long after, CancellationToken cancellationToken = default);

    /// <summary>Deletes all but the latest changes of each challenge; returns how many were deleted.</summary>
    Task<int> PruneAsync(int kept, CancellationToken cancellationToken = default);
}

/// <summary>What changed after a number, as of one moment.</summary>
/// <param name="Number">The number of the latest change.</param>
/// <param name="OfChallenge">Whether the settings or the teams changed.</param>
/// <param name="Changed">Everybody who changed.</param>
/// <param name="People">Those of them who exist and were asked for, as they are now.</param>
public sealed record FeedChanges(
    long Number, bool OfChallenge, ImmutableHashSet<UserId> Changed, ImmutableArray<PersonRecord> People)
{
    /// <summary>Whether somebody is gone whom the feed does not name any more, so that everybody has to be read again.</summary>
    public bool SomebodyIsGone => Changed.Contains(ChangeFeedTables.Nobody);
}

/// <summary>The change of somebody's days in one challenge.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Number">The number of the change.</param>
public readonly record struct ChallengeChange(ChallengeId Challenge, long Number);

/// <inheritdoc />
internal sealed class ChangeFeed(LedgerDatabase database) : IChangeFeed
{
    private const string Changed = "SELECT user_id FROM challenge_changes WHERE challenge_id = @challenge AND number > @after";

    private const string ChangedMembers = $"""
        {Changed} AND user_id IN (SELECT user_id FROM memberships WHERE team_id = @team)
        """;

    /// <inheritdoc />
    public Task<long?> FindLastAsync(ChallengeId challenge, CancellationToken cancellationToken = default) => database.ReadAsync(
        session => session.FindAsync<long?>("SELECT last_number FROM challenge_feeds WHERE challenge_id = @challenge", new { challenge }),
        cancellationToken);

    /// <inheritdoc />
    public Task<FeedChanges?> ReadAsync(ChallengeId challenge, long after, CancellationToken cancellationToken = default) =>
        ReadAsync(Changed, after, new { challenge, after }, cancellationToken);

    /// <inheritdoc />
    public Task<FeedChanges?> ReadAsync(ChallengeId challenge, TeamId team, long after, CancellationToken cancellationToken = default) =>
        ReadAsync(ChangedMembers, after, new { challenge, team, after }, cancellationToken);

    /// <inheritdoc />
    public async Task<int> PruneAsync(int kept, CancellationToken cancellationToken = default)
    {
        var feeds = await database.ReadAsync(
            session => session.QueryAsync<FeedRow>(
                "SELECT challenge_id, last_number FROM challenge_feeds WHERE last_number > @kept", new { kept }),
            cancellationToken);
        var deleted = 0;
        foreach (var feed in feeds)
        {
            deleted += await database.WriteAsync(
                session => session.ExecuteAsync(
                    "DELETE FROM challenge_changes WHERE challenge_id = @ChallengeId AND number <= @last",
                    new { feed.ChallengeId, last = feed.LastNumber - kept }),
                cancellationToken);
        }

        return deleted;
    }

    private Task<FeedChanges?> ReadAsync(string people, long after, object parameters, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(
            async session =>
            {
                await using var results = await session.QueryMultipleAsync(
                    $"""
                    SELECT last_number FROM challenge_feeds WHERE challenge_id = @challenge;

                    {Changed};

                    {PeopleMapping.QueriesFor(people)}
                    """,
                    parameters);
                var last = (await results.ReadAsync<long>()).SingleOrDefault();
                var changes = (await results.ReadAsync<string?>()).ToList();
                return changes.Count == 0 || changes.Count != last - after
                    ? null
                    : new FeedChanges(
                        last,
                        changes.Contains(null),
                        [.. changes.OfType<string>().Select(user => new UserId(user))],
                        await PeopleMapping.ReadAsync(results));
            },
            cancellationToken);
}

/// <summary>
/// Writes the feed. A number is taken by updating the challenge's row, so it is locked until the commit and numbers become visible
/// in their order. Therefore this comes last in a transaction, and several challenges come in ordinal order of their ids.
/// </summary>
internal static class ChangeFeedTables
{
    /// <summary>Stands for everybody whose account was deleted: no account has this id.</summary>
    public static readonly UserId Nobody = new("");

    /// <summary>Begins the feed of a new challenge.</summary>
    public static Task<int> CreateAsync(LedgerSession session, ChallengeId challenge) =>
        session.ExecuteAsync("INSERT INTO challenge_feeds (challenge_id, last_number) VALUES (@challenge, 0)", new { challenge });

    /// <summary>Records that the challenge changed, or one person in it.</summary>
    public static Task<int> RecordAsync(LedgerSession session, ChallengeId challenge, UserId? user = null) => session.ExecuteAsync(
        """
        UPDATE challenge_feeds SET last_number = last_number + 1 WHERE challenge_id = @challenge;

        INSERT INTO challenge_changes (challenge_id, number, user_id)
        SELECT challenge_id, last_number, @user FROM challenge_feeds WHERE challenge_id = @challenge
        """,
        new { challenge, user = user?.Value });

    /// <summary>Records that several people changed in the challenge, each with a number of their own.</summary>
    public static async Task RecordAsync(LedgerSession session, ChallengeId challenge, IReadOnlyCollection<UserId> users)
    {
        await session.ExecuteAsync(
            "UPDATE challenge_feeds SET last_number = last_number + @count WHERE challenge_id = @challenge",
            new { challenge, count = users.Count });
        await session.ExecuteAsync(
            """
            INSERT INTO challenge_changes (challenge_id, number, user_id)
            SELECT challenge_id, last_number - @before, @user FROM challenge_feeds WHERE challenge_id = @challenge
            """,
            users.Select((user, index) => new { challenge, user, before = users.Count - 1 - index }));
    }

    /// <summary>Records that the person changed, in every challenge that they ever joined.</summary>
    public static async Task RecordAsync(LedgerSession session, UserId user)
    {
        var challenges = await session.QueryAsync<ChallengeId>("SELECT challenge_id FROM enrolments WHERE user_id = @user", new { user });
        foreach (var challenge in challenges.OrderBy(challenge => challenge.Value, StringComparer.Ordinal))
        {
            await RecordAsync(session, challenge, user);
        }
    }
}

/// <summary>A row of <c>challenge_feeds</c>.</summary>
internal sealed class FeedRow
{
    public ChallengeId ChallengeId { get; init; }

    public long LastNumber { get; init; }
}
