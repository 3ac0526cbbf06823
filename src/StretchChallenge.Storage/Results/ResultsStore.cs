using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Results;

/// <summary>What organisers do about a challenge's results: corrections, cancelling, exports, and its next season.</summary>
public interface IResultsStore
{
    /// <summary>
    /// Saves a correction, which replaces an earlier one of the same day, with its entry in the audit log; returns false when the
    /// person's account is deleted.
    /// </summary>
    Task<bool> CorrectAsync(CorrectionRecord correction, AuditEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Takes a correction back, with its entry in the audit log; returns false when there is none of that day.</summary>
    Task<bool> WithdrawCorrectionAsync(
        ChallengeId challenge, UserId user, DateOnly date, AuditEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Returns the corrections of a challenge, the latest first.</summary>
    Task<ImmutableArray<CorrectionRecord>> LoadCorrectionsAsync(ChallengeId challenge, int most, CancellationToken cancellationToken = default);

    /// <summary>Cancels the challenge, with the entry in the audit log; returns the breaks that have not begun.</summary>
    Task<ImmutableArray<SessionId>> CancelAsync(
        ChallengeId challenge, DateTimeOffset at, AuditEntry entry, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves a new challenge that follows another one, with its organiser and teams and the entry in the other one's audit log;
    /// returns false when another challenge has the code.
    /// </summary>
    Task<bool> CopyAsync(
        ChallengeRecord challenge,
        EnrolmentRecord organiser,
        ImmutableArray<TeamRecord> teams,
        AuditEntry entry,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the next seasons of the challenges that the person is in, without those that they joined, that are cancelled, or
    /// that ended before a date; by first day.
    /// </summary>
    Task<ImmutableArray<SeasonRecord>> FindSeasonsAsync(UserId user, DateOnly endsFrom, CancellationToken cancellationToken = default);

    /// <summary>Returns the next people who ever joined the challenge, ordered by id.</summary>
    /// <param name="challenge">The challenge.</param>
    /// <param name="after">The id before the first one; empty for the first ones.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<ImmutableArray<ExportedPerson>> LoadPeopleAsync(
        ChallengeId challenge, string after, int most, CancellationToken cancellationToken = default);
}

/// <summary>A day that an organiser corrected in one challenge (rule 22).</summary>
/// <param name="ChallengeId">The challenge in which it holds.</param>
/// <param name="UserId">Whose day it is.</param>
/// <param name="Date">The date of record.</param>
/// <param name="Done">Whether the day counts as done.</param>
/// <param name="Reason">Why, in the organiser's words; the person sees it.</param>
/// <param name="At">When.</param>
public sealed record CorrectionRecord(
    ChallengeId ChallengeId, UserId UserId, DateOnly Date, bool Done, string Reason, DateTimeOffset At);

/// <summary>A next season that a person may join.</summary>
public sealed record SeasonRecord
{
    /// <summary>The new challenge.</summary>
    public ChallengeId Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its invitation code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its first day.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>The challenge that it follows.</summary>
    public ChallengeId Follows { get; init; }

    /// <summary>Its team of the name of the person's last team in that challenge; null where there is none.</summary>
    public TeamId? TeamId { get; init; }

    /// <summary>That team's name.</summary>
    public string? TeamName { get; init; }
}

/// <summary>Somebody who ever joined a challenge, as exported.</summary>
public sealed record ExportedPerson
{
    /// <summary>The person.</summary>
    public UserId Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The e-mail address; null where the account has none.</summary>
    public string? Email { get; init; }

    /// <summary>The role in the challenge.</summary>
    public ChallengeRole Role { get; init; }

    /// <summary>The first day in the challenge.</summary>
    public DateOnly JoinedOn { get; init; }

    /// <summary>The first day after leaving; null for who is in the challenge.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>The last team's name, also of one that was closed; null for who was in none.</summary>
    public string? TeamName { get; init; }
}

/// <inheritdoc />
internal sealed class ResultsStore(LedgerDatabase database) : IResultsStore
{
    /// <inheritdoc />
    public Task<bool> CorrectAsync(CorrectionRecord correction, AuditEntry entry, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                if (await CountVersionAsync(session, correction.ChallengeId, correction.UserId) == 0)
                {
                    return false;
                }

                await session.ExecuteAsync(
                    """
                    INSERT INTO corrections (challenge_id, user_id, local_date, done, reason, corrected_at)
                    VALUES (@ChallengeId, @UserId, @Date, @Done, @Reason, @At)
                    ON CONFLICT (challenge_id, user_id, local_date) DO UPDATE
                        SET done = excluded.done, reason = excluded.reason, corrected_at = excluded.corrected_at
                    """,
                    correction);
                await AuditTables.RecordAsync(session, entry);
                await ChangeFeedTables.RecordAsync(session, correction.ChallengeId, correction.UserId);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<bool> WithdrawCorrectionAsync(
        ChallengeId challenge, UserId user, DateOnly date, AuditEntry entry, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                await CountVersionAsync(session, challenge, user);
                if (await session.ExecuteAsync(
                    "DELETE FROM corrections WHERE challenge_id = @challenge AND user_id = @user AND local_date = @date",
                    new { challenge, user, date }) == 0)
                {
                    return false;
                }

                await AuditTables.RecordAsync(session, entry);
                await ChangeFeedTables.RecordAsync(session, challenge, user);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<CorrectionRecord>> LoadCorrectionsAsync(
        ChallengeId challenge, int most, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<CorrectionRow>(
                """
                SELECT challenge_id, user_id, local_date, done, reason, corrected_at FROM corrections
                WHERE challenge_id = @challenge ORDER BY corrected_at DESC, user_id, local_date LIMIT @most
                """,
                new { challenge, most }),
            cancellationToken);
        return [.. rows.Select(row => row.ToRecord())];
    }

    // Locks the enrolment too: an account that is being deleted is gone, or stays until the commit.
    private static Task<int> CountVersionAsync(LedgerSession session, ChallengeId challenge, UserId user) => session.ExecuteAsync(
        "UPDATE enrolments SET version = version + 1 WHERE challenge_id = @challenge AND user_id = @user", new { challenge, user });

    /// <inheritdoc />
    public Task<ImmutableArray<SessionId>> CancelAsync(
        ChallengeId challenge, DateTimeOffset at, AuditEntry entry, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "UPDATE challenges SET cancelled_at = @at, version = version + 1 WHERE id = @challenge", new { challenge, at });
                await session.ExecuteAsync(
                    "UPDATE session_schedules SET ended_at = @at WHERE challenge_id = @challenge AND ended_at IS NULL", new { challenge, at });
                await AuditTables.RecordAsync(session, entry);
                var breaks = await session.QueryAsync<SessionId>(
                    "SELECT id FROM sessions WHERE challenge_id = @challenge AND phase = 'Lobby'", new { challenge });
                await ChangeFeedTables.RecordAsync(session, challenge);
                return breaks;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<bool> CopyAsync(
        ChallengeRecord challenge,
        EnrolmentRecord organiser,
        ImmutableArray<TeamRecord> teams,
        AuditEntry entry,
        CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                if (!await ChallengeTables.InsertAsync(session, challenge))
                {
                    return false;
                }

                await session.ExecuteAsync("UPDATE challenges SET follows = @Follows WHERE id = @Id", new { challenge.Id, Follows = challenge.Follows?.Value });
                foreach (var team in teams)
                {
                    await TeamTable.InsertAsync(session, team);
                }

                await AuditTables.RecordAsync(session, entry);
                await EnrolmentTables.SaveAsync(session, organiser, []);
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<SeasonRecord>> FindSeasonsAsync(UserId user, DateOnly endsFrom, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.QueryAsync<SeasonRecord>(
                $"""
                SELECT c.id, c.name, c.code, c.starts_on, c.ends_on, c.follows, t.id AS team_id, t.name AS team_name
                FROM enrolments e JOIN challenges c ON c.follows = e.challenge_id
                LEFT JOIN teams t ON t.challenge_id = c.id AND t.normalized_name = (
                    SELECT o.normalized_name FROM memberships m JOIN teams o ON o.id = m.team_id
                    WHERE m.challenge_id = e.challenge_id AND m.user_id = e.user_id ORDER BY m.position DESC LIMIT 1)
                WHERE e.user_id = @user AND c.cancelled_at IS NULL AND c.ends_on >= @endsFrom
                    AND NOT EXISTS (SELECT 1 FROM enrolments WHERE challenge_id = c.id AND user_id = e.user_id)
                    AND {EnrolmentTables.IsPresent("e")}
                ORDER BY c.starts_on, c.id
                """,
                new { user, endsFrom }),
            cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<ExportedPerson>> LoadPeopleAsync(
        ChallengeId challenge, string after, int most, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.QueryAsync<ExportedPerson>(
                """
                SELECT e.user_id AS id, a.display_name AS name, a.email, e.role, e.joined_on,
                    (SELECT from_date FROM absences
                     WHERE challenge_id = e.challenge_id AND user_id = e.user_id AND to_date = @open) AS left_on,
                    (SELECT t.name FROM memberships m JOIN teams t ON t.id = m.team_id
                     WHERE m.challenge_id = e.challenge_id AND m.user_id = e.user_id ORDER BY m.position DESC LIMIT 1) AS team_name
                FROM enrolments e JOIN accounts a ON a.id = e.user_id
                WHERE e.challenge_id = @challenge AND e.user_id > @after
                ORDER BY e.user_id LIMIT @most
                """,
                new { challenge, after, most, open = DateOnly.MaxValue }),
            cancellationToken);
}

/// <summary>A row of <c>corrections</c>.</summary>
internal sealed class CorrectionRow
{
    public ChallengeId ChallengeId { get; init; }

    public UserId UserId { get; init; }

    public DateOnly LocalDate { get; init; }

    public bool Done { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset CorrectedAt { get; init; }

    public CorrectionRecord ToRecord() => new(ChallengeId, UserId, LocalDate, Done, Reason, CorrectedAt);
}
