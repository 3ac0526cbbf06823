using System.Collections.Immutable;
using System.Data.Common;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>The members and teams of a challenge, as organisers see and change them. Every change is in the audit log.</summary>
public interface IMemberStore
{
    /// <summary>Returns a page of those who are in the challenge now, by name.</summary>
    Task<ImmutableArray<MemberRecord>> LoadAsync(MemberQuery query, CancellationToken cancellationToken = default);

    /// <summary>Saves roles and team intervals of several people, all or none.</summary>
    Task SaveAsync(
        ChallengeId challenge, ImmutableArray<MemberChange> changes, AuditEntry audit, CancellationToken cancellationToken = default);

    /// <summary>Saves a team's name and colour; returns false when another team has the name.</summary>
    Task<bool> SaveTeamAsync(TeamRecord team, AuditEntry audit, CancellationToken cancellationToken = default);

    /// <summary>Removes a team that its members leave: with past days it is closed, without any it is deleted.</summary>
    /// <param name="team">The team.</param>
    /// <param name="hasPast">Whether anybody was ever a member on a day that stays.</param>
    /// <param name="leaving">Its members, with what is left of their intervals.</param>
    /// <param name="audit">What the log tells of it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task RemoveTeamAsync(
        TeamRecord team, bool hasPast, ImmutableArray<MemberChange> leaving, AuditEntry audit, CancellationToken cancellationToken = default);
}

/// <summary>A person's role and team intervals, which replace those before.</summary>
/// <param name="UserId">The person, who is in the challenge.</param>
/// <param name="Role">Their role.</param>
/// <param name="Memberships">All their team intervals.</param>
public sealed record MemberChange(UserId UserId, ChallengeRole Role, ImmutableArray<MembershipRecord> Memberships);

/// <summary>Which members to read.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Today">The date in the challenge's zone.</param>
/// <param name="Most">How many at most.</param>
public sealed record MemberQuery(ChallengeId Challenge, DateOnly Today, int Most)
{
    /// <summary>A part of the name or the e-mail address, in any case; null for everybody.</summary>
    public string? Search { get; init; }

    /// <summary>Only those who chose to be listed by name, and searched by that alone.</summary>
    public bool NamedOnly { get; init; }

    /// <summary>The member before the first one wanted.</summary>
    public UserId? After { get; init; }

    /// <summary>Only those with this role.</summary>
    public ChallengeRole? Role { get; init; }

    /// <summary>Only those who are in this team, or will be tomorrow.</summary>
    public TeamId? Team { get; init; }

    /// <summary>Only those who are in no team, and will be in none tomorrow.</summary>
    public bool WithoutTeam { get; init; }

    /// <summary>Only those of this activity.</summary>
    public MemberActivity? Activity { get; init; }
}

/// <summary>A member as organisers see them.</summary>
public sealed record MemberRecord
{
    /// <summary>The person.</summary>
    public UserId UserId { get; init; }

    /// <summary>Their name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Their e-mail address; null for people of the demo.</summary>
    public string? Email { get; init; }

    /// <summary>Their role.</summary>
    public ChallengeRole Role { get; init; }

    /// <summary>Their team today; null where they are in none.</summary>
    public string? TeamId { get; init; }

    /// <summary>The team in which they stay; another one than today's after a change that takes effect tomorrow (rule 15).</summary>
    public string? LastTeamId { get; init; }

    /// <summary>The last date of the challenge on which they did something.</summary>
    public DateOnly? LastDone { get; init; }
}

/// <inheritdoc />
internal sealed class MemberStore(LedgerDatabase database) : IMemberStore
{
    private static readonly string _members = $"""
        SELECT e.user_id, a.display_name, a.show_name, a.email, e.role, LOWER(a.display_name) AS sorted_by,
            (SELECT m.team_id FROM memberships m
             WHERE m.challenge_id = e.challenge_id AND m.user_id = e.user_id
                AND m.from_date <= @Today AND (m.to_date IS NULL OR m.to_date >= @Today) LIMIT 1) AS team_id,
            (SELECT m.team_id FROM memberships m
             WHERE m.challenge_id = e.challenge_id AND m.user_id = e.user_id AND m.to_date IS NULL LIMIT 1) AS last_team_id,
            (SELECT MAX(c.local_date) FROM credits c
             WHERE c.user_id = e.user_id AND c.local_date >= e.joined_on AND c.local_date BETWEEN h.starts_on AND h.ends_on) AS last_done
        FROM challenges h JOIN enrolments e ON e.challenge_id = h.id JOIN accounts a ON a.id = e.user_id
        WHERE h.id = @challenge AND {EnrolmentTables.IsPresent("e")}
        """;

    /// <inheritdoc />
    public Task<ImmutableArray<MemberRecord>> LoadAsync(MemberQuery query, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session =>
            {
                database.FoldAllLetters(session.Connection);
                return session.QueryAsync<MemberRecord>(
                    $"""
                    SELECT user_id, display_name, email, role, team_id, last_team_id, last_done FROM ({_members}) members
                    WHERE TRUE{Conditions(query)} ORDER BY sorted_by, user_id LIMIT @Most
                    """,
                    new
                    {
                        challenge = query.Challenge,
                        query.Today,
                        query.Most,
                        latelyFrom = MemberActivities.LatelyFrom(query.Today),
                        search = query.Search is { } typed ? $"%{SearchPattern.LiteralOf(typed.ToLowerInvariant())}%" : null,
                        after = query.After?.Value,
                        role = query.Role?.ToString(),
                        team = query.Team?.Value,
                    });
            },
            cancellationToken);

    /// <inheritdoc />
    public Task SaveAsync(
        ChallengeId challenge, ImmutableArray<MemberChange> changes, AuditEntry audit, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                await SaveAsync(session, challenge, changes);
                await AuditTables.RecordAsync(session, audit);
                await ChangeFeedTables.RecordAsync(session, challenge, [.. changes.Select(change => change.UserId)]);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> SaveTeamAsync(TeamRecord team, AuditEntry audit, CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.WriteAsync(
                async session =>
                {
                    await TeamTable.UpdateAsync(session, team);
                    await AuditTables.RecordAsync(session, audit);
                    await ChangeFeedTables.RecordAsync(session, team.ChallengeId);
                    return true;
                },
                cancellationToken);
        }
        catch (DbException error) when (database.FindTableOfDuplicate(error) is not null)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task RemoveTeamAsync(
        TeamRecord team, bool hasPast, ImmutableArray<MemberChange> leaving, AuditEntry audit, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                await SaveAsync(session, team.ChallengeId, leaving);
                await session.ExecuteAsync("UPDATE invited_people SET team_id = NULL WHERE team_id = @Id", new { team.Id });
                await session.ExecuteAsync(
                    "UPDATE session_schedules SET ended_at = @At WHERE team_id = @Id AND ended_at IS NULL", new { audit.At, team.Id });
                await (hasPast
                    ? TeamTable.CloseAsync(session, team.Id)
                    : session.ExecuteAsync("DELETE FROM teams WHERE id = @Id", new { team.Id }));
                await AuditTables.RecordAsync(session, audit);
                await ChangeFeedTables.RecordAsync(session, team.ChallengeId, [.. leaving.Select(change => change.UserId)]);
                await ChangeFeedTables.RecordAsync(session, team.ChallengeId);
                return true;
            },
            cancellationToken);

    private static string Conditions(MemberQuery query) => string.Concat(
        query.Search is null ? "" : query.NamedOnly ? @" AND sorted_by LIKE @search ESCAPE '\'"
            : @" AND (sorted_by LIKE @search ESCAPE '\' OR LOWER(email) LIKE @search ESCAPE '\')",
        query.NamedOnly ? " AND show_name = TRUE" : "",
        query.After is null ? "" : " AND (sorted_by, user_id) > (SELECT LOWER(display_name), id FROM accounts WHERE id = @after)",
        query.Role is null ? "" : " AND role = @role",
        query.Team is null ? "" : " AND (team_id = @team OR last_team_id = @team)",
        query.WithoutTeam ? " AND team_id IS NULL AND last_team_id IS NULL" : "",
        query.Activity is not { } activity ? "" : activity switch
        {
            MemberActivity.Never => " AND last_done IS NULL",
            MemberActivity.Lately => " AND last_done >= @latelyFrom",
            MemberActivity.Quiet => " AND last_done < @latelyFrom",
        });

    private static async Task SaveAsync(LedgerSession session, ChallengeId challenge, ImmutableArray<MemberChange> changes)
    {
        await session.ExecuteAsync(
            "UPDATE enrolments SET role = @role, version = version + 1 WHERE challenge_id = @challenge AND user_id = @UserId",
            changes.Select(change => new { challenge, change.UserId, role = change.Role.ToString() }));
        await session.ExecuteAsync(
            "DELETE FROM memberships WHERE challenge_id = @challenge AND user_id = @UserId",
            changes.Select(change => new { challenge, change.UserId }));
        await session.ExecuteAsync(
            // Who deleted their account meanwhile is left out.
            """
            INSERT INTO memberships (challenge_id, user_id, position, team_id, from_date, to_date)
            SELECT challenge_id, user_id, @position, @TeamId, @From, @To FROM enrolments WHERE challenge_id = @challenge AND user_id = @UserId
            """,
            changes.SelectMany(change => change.Memberships.Select((membership, position) =>
                new { challenge, change.UserId, position, membership.TeamId, membership.From, membership.To })));
    }
}
