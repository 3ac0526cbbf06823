using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Teams;

/// <summary>What team mates tell each other: nudges of the day, and reactions to milestones.</summary>
public interface ITeamTalkStore
{
    /// <summary>Returns whether the person wants nudges; null when they have not been asked.</summary>
    Task<bool?> FindChoiceAsync(UserId user, CancellationToken cancellationToken = default);

    /// <summary>Saves whether the person wants nudges.</summary>
    Task SaveChoiceAsync(UserId user, bool accepts, CancellationToken cancellationToken = default);

    /// <summary>Saves a nudge; nothing happens when the sender has sent the receiver one on its date.</summary>
    Task AddAsync(NudgeRecord nudge, CancellationToken cancellationToken = default);

    /// <summary>Returns to whom of the team the person has sent a nudge on a date.</summary>
    Task<ImmutableArray<UserId>> LoadSentAsync(UserId sender, TeamId team, DateOnly date, CancellationToken cancellationToken = default);

    /// <summary>Returns the nudges for a person from a date on, oldest first; none for who does not want them.</summary>
    Task<ImmutableArray<NudgeRecord>> LoadReceivedAsync(UserId receiver, DateOnly from, CancellationToken cancellationToken = default);

    /// <summary>Returns the nudges sent after an instant to people who want them.</summary>
    Task<ImmutableArray<NudgeRecord>> LoadSinceAsync(DateTimeOffset after, CancellationToken cancellationToken = default);

    /// <summary>Saves a person's reaction to a milestone; it replaces the one before.</summary>
    Task ReactAsync(ReactionRecord reaction, CancellationToken cancellationToken = default);

    /// <summary>Returns the reactions to the team's milestones from a date on.</summary>
    Task<ImmutableArray<ReactionRecord>> LoadReactionsAsync(TeamId team, DateOnly from, CancellationToken cancellationToken = default);

    /// <summary>Deletes nudges and reactions of dates before one; returns their number.</summary>
    Task<int> PruneAsync(DateOnly before, CancellationToken cancellationToken = default);
}

/// <summary>A nudge of a team mate.</summary>
public sealed record NudgeRecord
{
    /// <summary>For whom it is.</summary>
    public required UserId ReceiverId { get; init; }

    /// <summary>Who sent it.</summary>
    public required UserId SenderId { get; init; }

    /// <summary>The team that both are in.</summary>
    public required TeamId TeamId { get; init; }

    /// <summary>The date in the challenge's zone.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>The kind's name.</summary>
    public required string Kind { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The sender's name when it is read; it is not stored.</summary>
    public string SenderName { get; init; } = "";
}

/// <summary>A reaction to a milestone of a team mate.</summary>
public sealed record ReactionRecord
{
    /// <summary>The team.</summary>
    public required TeamId TeamId { get; init; }

    /// <summary>Whose milestone it is.</summary>
    public required UserId PersonId { get; init; }

    /// <summary>Which one of that date.</summary>
    public required string Milestone { get; init; }

    /// <summary>The date with which it was reached.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>Who reacted.</summary>
    public required UserId UserId { get; init; }

    /// <summary>The kind's name.</summary>
    public required string Kind { get; init; }
}

/// <inheritdoc />
internal sealed class TeamTalkStore(LedgerDatabase database) : ITeamTalkStore
{
    private const string Received =
        """
        SELECT n.receiver_id, n.sender_id, n.team_id, n.local_date, n.kind, n.sent_at, a.display_name AS sender_name
        FROM nudges n JOIN accounts a ON a.id = n.sender_id JOIN nudge_choices c ON c.user_id = n.receiver_id AND c.accepts
        """;

    /// <inheritdoc />
    public Task<bool?> FindChoiceAsync(UserId user, CancellationToken cancellationToken = default) => database.ReadAsync(
        read => read.FindAsync<bool?>("SELECT accepts FROM nudge_choices WHERE user_id = @user", new { user }), cancellationToken);

    /// <inheritdoc />
    public Task SaveChoiceAsync(UserId user, bool accepts, CancellationToken cancellationToken = default) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            """
            INSERT INTO nudge_choices (user_id, accepts) VALUES (@user, @accepts)
            ON CONFLICT (user_id) DO UPDATE SET accepts = excluded.accepts
            """,
            new { user, accepts }),
        cancellationToken);

    /// <inheritdoc />
    public Task AddAsync(NudgeRecord nudge, CancellationToken cancellationToken = default) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            """
            INSERT INTO nudges (receiver_id, local_date, sender_id, team_id, kind, sent_at)
            VALUES (@ReceiverId, @LocalDate, @SenderId, @TeamId, @Kind, @SentAt)
            ON CONFLICT (receiver_id, local_date, sender_id) DO NOTHING
            """,
            nudge),
        cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<UserId>> LoadSentAsync(
        UserId sender, TeamId team, DateOnly date, CancellationToken cancellationToken = default) => database.ReadAsync(
        read => read.QueryAsync<UserId>(
            "SELECT receiver_id FROM nudges WHERE sender_id = @sender AND team_id = @team AND local_date = @date", new { sender, team, date }),
        cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<NudgeRecord>> LoadReceivedAsync(
        UserId receiver, DateOnly from, CancellationToken cancellationToken = default) => database.ReadAsync(
        read => read.QueryAsync<NudgeRecord>(
            $"{Received} WHERE n.receiver_id = @receiver AND n.local_date >= @from ORDER BY n.sent_at, n.sender_id", new { receiver, from }),
        cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<NudgeRecord>> LoadSinceAsync(DateTimeOffset after, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            read => read.QueryAsync<NudgeRecord>($"{Received} WHERE n.sent_at > @after ORDER BY n.sent_at", new { after }),
            cancellationToken);

    /// <inheritdoc />
    public Task ReactAsync(ReactionRecord reaction, CancellationToken cancellationToken = default) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            """
            INSERT INTO moment_reactions (team_id, person_id, milestone, local_date, user_id, kind)
            VALUES (@TeamId, @PersonId, @Milestone, @LocalDate, @UserId, @Kind)
            ON CONFLICT (team_id, person_id, milestone, local_date, user_id) DO UPDATE SET kind = excluded.kind
            """,
            reaction),
        cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<ReactionRecord>> LoadReactionsAsync(
        TeamId team, DateOnly from, CancellationToken cancellationToken = default) => database.ReadAsync(
        read => read.QueryAsync<ReactionRecord>(
            """
            SELECT team_id, person_id, milestone, local_date, user_id, kind FROM moment_reactions
            WHERE team_id = @team AND local_date >= @from
            """,
            new { team, from }),
        cancellationToken);

    /// <inheritdoc />
    public Task<int> PruneAsync(DateOnly before, CancellationToken cancellationToken = default) => database.WriteAsync(
        async transaction =>
            await transaction.ExecuteAsync("DELETE FROM nudges WHERE local_date < @before", new { before })
            + await transaction.ExecuteAsync("DELETE FROM moment_reactions WHERE local_date < @before", new { before }),
        cancellationToken);
}
