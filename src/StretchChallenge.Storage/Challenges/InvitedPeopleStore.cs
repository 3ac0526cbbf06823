using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <summary>
/// Whom organisers invited by e-mail address. An invitation enrols nobody and gives no role: whoever has the address is offered the
/// challenge's name and code, which anybody may pass on. That somebody typed an address when they registered proves nothing.
/// </summary>
public interface IInvitedPeopleStore
{
    /// <summary>
    /// Saves new teams and invitations, all or none; an address that is invited already gets what is new. Returns false when a team's
    /// name is taken or more than <paramref name="most" /> addresses would be invited.
    /// </summary>
    Task<bool> SaveAsync(
        ChallengeId challenge,
        ImmutableArray<TeamRecord> newTeams,
        ImmutableArray<InvitedPerson> people,
        int most,
        AuditEntry audit,
        CancellationToken cancellationToken = default);

    /// <summary>Returns a page of the invitations of a challenge, by address.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="after">The id of the invitation before the first one wanted.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<ImmutableArray<InvitedRecord>> LoadAsync(
        ChallengeId challenge, string? after, int most, CancellationToken cancellationToken = default);

    /// <summary>Takes an invitation back; returns false when there is none with this id.</summary>
    Task<bool> RemoveAsync(ChallengeId challenge, string id, CancellationToken cancellationToken = default);

    /// <summary>Returns the challenges to which the person's address is invited, and in which they are not; not those that ended before a date.</summary>
    Task<ImmutableArray<ChallengeOffer>> LoadOffersAsync(UserId user, DateOnly notEndedBefore, CancellationToken cancellationToken = default);

    /// <summary>Returns the team for which the person's address is invited to a challenge; null when for none.</summary>
    Task<TeamId?> FindTeamAsync(ChallengeId challenge, UserId user, CancellationToken cancellationToken = default);
}

/// <summary>An e-mail address to invite.</summary>
/// <param name="Id">The invitation, if the address is not invited yet.</param>
/// <param name="EmailKey">The address in the form by which accounts are found.</param>
/// <param name="Email">The address as written.</param>
/// <param name="Name">The name as written; null without one.</param>
/// <param name="Team">The team that they come into if they choose none.</param>
/// <param name="Role">
/// The role that an organiser means to give them once they have joined; null for that of an earlier invitation, or participant.
/// </param>
/// <param name="InvitedAt">When.</param>
public sealed record InvitedPerson(
    string Id, string EmailKey, string Email, string? Name, TeamId? Team, ChallengeRole? Role, DateTimeOffset InvitedAt);

/// <summary>An invitation of an e-mail address.</summary>
public sealed record InvitedRecord
{
    /// <summary>The invitation.</summary>
    public string Id { get; init; } = "";

    /// <summary>The address as written.</summary>
    public string Email { get; init; } = "";

    /// <summary>The name as written.</summary>
    public string? Name { get; init; }

    /// <summary>The team that they come into if they choose none.</summary>
    public string? TeamId { get; init; }

    /// <summary>The role that an organiser means to give them.</summary>
    public ChallengeRole Role { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset InvitedAt { get; init; }

    /// <summary>The member of the challenge who has this address; null while nobody has joined with it.</summary>
    public string? UserId { get; init; }

    /// <summary>The member's role.</summary>
    public ChallengeRole? MemberRole { get; init; }
}

/// <summary>A challenge to which a person's address was invited.</summary>
public sealed record ChallengeOffer(string Name);

/// <inheritdoc />
internal sealed class InvitedPeopleStore(LedgerDatabase database) : IInvitedPeopleStore
{
    /// <inheritdoc />
    public async Task<bool> SaveAsync(
        ChallengeId challenge,
        ImmutableArray<TeamRecord> newTeams,
        ImmutableArray<InvitedPerson> people,
        int most,
        AuditEntry audit,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.WriteAsync(session => SaveAsync(session, challenge, newTeams, people, most, audit), cancellationToken);
        }
        catch (NotAllSavedException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task<ImmutableArray<InvitedRecord>> LoadAsync(
        ChallengeId challenge, string? after, int most, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.QueryAsync<InvitedRecord>(
                $"""
                SELECT i.id, i.email, i.name, i.team_id, i.role, i.invited_at, e.user_id, e.role AS member_role
                FROM invited_people i
                LEFT JOIN accounts a ON a.normalized_email = i.email_key
                LEFT JOIN enrolments e ON e.challenge_id = i.challenge_id AND e.user_id = a.id AND {EnrolmentTables.IsPresent("e")}
                WHERE i.challenge_id = @challenge
                    AND i.email_key > COALESCE((SELECT email_key FROM invited_people WHERE id = @after AND challenge_id = @challenge), '')
                ORDER BY i.email_key LIMIT @most
                """,
                new { challenge, after, most }),
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> RemoveAsync(ChallengeId challenge, string id, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            session => session.ExecuteAsync(
                "DELETE FROM invited_people WHERE id = @id AND challenge_id = @challenge", new { challenge, id }),
            cancellationToken) == 1;

    /// <inheritdoc />
    public Task<ImmutableArray<ChallengeOffer>> LoadOffersAsync(
        UserId user, DateOnly notEndedBefore, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.QueryAsync<ChallengeOffer>(
                """
                SELECT h.name
                FROM accounts a JOIN invited_people i ON i.email_key = a.normalized_email JOIN challenges h ON h.id = i.challenge_id
                WHERE a.id = @user AND h.ends_on >= @notEndedBefore AND h.cancelled_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM enrolments e WHERE e.challenge_id = h.id AND e.user_id = a.id)
                ORDER BY h.starts_on, h.id
                """,
                new { user, notEndedBefore }),
            cancellationToken);

    /// <inheritdoc />
    public async Task<TeamId?> FindTeamAsync(ChallengeId challenge, UserId user, CancellationToken cancellationToken = default)
    {
        var team = await database.ReadAsync(
            session => session.FindAsync<string?>(
                """
                SELECT i.team_id FROM accounts a JOIN invited_people i ON i.email_key = a.normalized_email AND i.challenge_id = @challenge
                WHERE a.id = @user
                """,
                new { challenge, user }),
            cancellationToken);
        return team is null ? null : new TeamId(team);
    }

    private static async Task<bool> SaveAsync(
        LedgerSession session,
        ChallengeId challenge,
        ImmutableArray<TeamRecord> newTeams,
        ImmutableArray<InvitedPerson> people,
        int most,
        AuditEntry audit)
    {
        foreach (var team in newTeams)
        {
            if (!await TeamTable.InsertAsync(session, team))
            {
                throw new NotAllSavedException();
            }
        }

        await session.ExecuteAsync(
            """
            INSERT INTO invited_people (challenge_id, email_key, id, email, name, team_id, role, invited_at)
            VALUES (@challenge, @EmailKey, @Id, @Email, @Name, @team, COALESCE(@role, 'Participant'), @InvitedAt)
            ON CONFLICT (challenge_id, email_key) DO UPDATE SET email = excluded.email, name = COALESCE(excluded.name, invited_people.name),
                team_id = COALESCE(excluded.team_id, invited_people.team_id), role = COALESCE(@role, invited_people.role)
            """,
            people.Select(person => new
            {
                challenge,
                person.EmailKey,
                person.Id,
                person.Email,
                person.Name,
                team = person.Team?.Value,
                role = person.Role?.ToString(),
                person.InvitedAt,
            }));
        if (await session.FindAsync<long>("SELECT COUNT(*) FROM invited_people WHERE challenge_id = @challenge", new { challenge }) > most)
        {
            throw new NotAllSavedException();
        }

        await AuditTables.RecordAsync(session, audit);
        if (!newTeams.IsEmpty)
        {
            await ChangeFeedTables.RecordAsync(session, challenge);
        }

        return true;
    }

    // Rolls the transaction back.
    private sealed class NotAllSavedException : Exception;
}
