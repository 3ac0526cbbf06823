using System.Collections.Immutable;
using System.Data.Common;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Challenges;

/// <inheritdoc />
internal sealed class ChallengeStore(LedgerDatabase database) : IChallengeStore
{
    /// <inheritdoc />
    public Task<bool> CreateAsync(ChallengeRecord challenge, EnrolmentRecord organiser, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                var created = await ChallengeTables.InsertAsync(session, challenge);
                if (created)
                {
                    await EnrolmentTables.SaveAsync(session, organiser, []);
                }

                return created;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<bool> ExistsAsync(ChallengeId challenge, CancellationToken cancellationToken = default) => database.ReadAsync(
        read => read.FindAsync<bool>("SELECT EXISTS (SELECT 1 FROM challenges WHERE id = @challenge)", new { challenge }),
        cancellationToken);

    /// <inheritdoc />
    public async Task<ChallengeRecord?> LoadAsync(ChallengeId challenge, CancellationToken cancellationToken = default)
    {
        var found = await LoadWhereAsync("id = @key", challenge.Value, cancellationToken);
        return found.SingleOrDefault();
    }

    /// <inheritdoc />
    public Task<ImmutableArray<ChallengeRecord>> LoadForUserAsync(UserId user, CancellationToken cancellationToken = default) =>
        LoadWhereAsync("id IN (SELECT challenge_id FROM enrolments WHERE user_id = @key)", user.Value, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<EnrolmentVersion>> LoadVersionsAsync(UserId user, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            session => session.QueryAsync<EnrolmentVersion>(
                """
                SELECT e.challenge_id, e.version AS of_enrolment, c.version AS of_challenge
                FROM enrolments e JOIN challenges c ON c.id = e.challenge_id
                WHERE e.user_id = @user ORDER BY e.challenge_id
                """,
                new { user }),
            cancellationToken);

    /// <inheritdoc />
    public async Task<ChallengeRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        var found = await LoadWhereAsync("code = @key", code, cancellationToken);
        return found.SingleOrDefault();
    }

    /// <inheritdoc />
    public Task<RosterRecord> LoadRosterAsync(ChallengeId challenge, CancellationToken cancellationToken = default) =>
        database.ReadSnapshotAsync(session => RosterTables.LoadAsync(session, challenge), cancellationToken);

    /// <inheritdoc />
    public Task<bool> SaveSettingsAsync(
        ChallengeRecord challenge, AuditEntry? audit = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            challenge.Id,
            async session =>
            {
                await RecordAsync(session, audit);
                return await ChallengeTables.UpdateAsync(session, challenge);
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<SessionId>> DeleteAsync(ChallengeId challenge, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                var sessions = await session.QueryAsync<SessionId>("SELECT id FROM sessions WHERE challenge_id = @challenge", new { challenge });
                await session.ExecuteAsync("DELETE FROM challenges WHERE id = @challenge", new { challenge });
                return sessions;
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> RenewCodeAsync(ChallengeId challenge, string code, CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.WriteAsync(
                session => session.ExecuteAsync("UPDATE challenges SET code = @code WHERE id = @challenge", new { challenge, code }),
                cancellationToken) == 1;
        }
        catch (DbException error) when (database.FindTableOfDuplicate(error) is not null)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task<bool> AddTeamAsync(TeamRecord team, CancellationToken cancellationToken = default) =>
        ChangeAsync(team.ChallengeId, session => TeamTable.InsertAsync(session, team), cancellationToken);

    /// <inheritdoc />
    public async Task<TeamRecord?> FindTeamAsync(TeamId team, CancellationToken cancellationToken = default)
    {
        var row = await database.ReadAsync(
            session => session.FindAsync<TeamRow>($"SELECT {TeamTable.Columns} FROM teams WHERE id = @team", new { team }),
            cancellationToken);
        return row?.ToRecord();
    }

    /// <inheritdoc />
    public async Task<ImmutableArray<TeamRecord>> LoadTeamsAsync(ChallengeId challenge, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<TeamRow>(
                $"SELECT {TeamTable.Columns} FROM teams WHERE challenge_id = @challenge AND is_closed = FALSE", new { challenge }),
            cancellationToken);
        return [.. rows.Select(row => row.ToRecord()).OrderBy(team => team.Id.Value, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public Task<ImmutableArray<string>> LoadZonesAsync(ChallengeId challenge, CancellationToken cancellationToken = default) =>
        database.ReadAsync<ImmutableArray<string>>(
            async session => [.. (await ParticipantZones.LoadAsync(session, [challenge]))[challenge]], cancellationToken);

    /// <inheritdoc />
    public async Task<EnrolmentSaving> SaveEnrolmentAsync(
        EnrolmentRecord enrolment,
        ImmutableArray<MembershipRecord> memberships,
        AuditEntry? audit = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.WriteAsync(session => SaveEnrolmentAsync(session, enrolment, memberships, audit), cancellationToken);
        }
        catch (NoOrganiserLeftException)
        {
            return EnrolmentSaving.LastOrganiser;
        }
    }

    private static async Task<EnrolmentSaving> SaveEnrolmentAsync(
        LedgerSession session, EnrolmentRecord enrolment, ImmutableArray<MembershipRecord> memberships, AuditEntry? audit)
    {
        if (!await AccountTable.LockAsync(session, enrolment.UserId))
        {
            return EnrolmentSaving.UnknownPerson;
        }

        var organised = await EnrolmentTables.HasOrganiserAsync(session, enrolment.ChallengeId, enrolment.UserId);
        await RecordAsync(session, audit);
        // From here on the challenge's feed is locked, as by who deletes their account: the second one sees that the first is gone.
        await EnrolmentTables.SaveAsync(session, enrolment, memberships);
        return !organised || await EnrolmentTables.HasOrganiserAsync(session, enrolment.ChallengeId)
            ? EnrolmentSaving.Saved
            : throw new NoOrganiserLeftException();
    }

    private static Task RecordAsync(LedgerSession session, AuditEntry? audit) =>
        audit is null ? Task.CompletedTask : AuditTables.RecordAsync(session, audit);

    // Changes settings or teams, which boards and teams show.
    private Task<bool> ChangeAsync(ChallengeId challenge, Func<LedgerSession, Task<bool>> change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var changed = await change(session);
                if (changed)
                {
                    await ChangeFeedTables.RecordAsync(session, challenge);
                }

                return changed;
            },
            cancellationToken);

    // Rolls the transaction back.
    private sealed class NoOrganiserLeftException : Exception;

    private Task<ImmutableArray<ChallengeRecord>> LoadWhereAsync(string condition, string key, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(session => ChallengeTables.LoadAsync(session, condition, key), cancellationToken);
}
