using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Administration;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.PersonalData;

/// <inheritdoc />
internal sealed class AccountDeletion(LedgerDatabase database) : IAccountDeletion
{
    /// <inheritdoc />
    public async Task<AccountDeletionResult> DeleteAsync(
        UserId user,
        Func<PersonRecord, ImmutableArray<ChallengeRecord>, SealedPersonDays> seal,
        CancellationToken cancellationToken = default)
    {
        AccountDeletionResult result;
        try
        {
            result = await database.WriteAsync(session => DeleteAsync(session, user, seal), cancellationToken);
        }
        catch (RefusedException refused)
        {
            return refused.Result;
        }

        if (result is AccountDeletionResult.Deleted)
        {
            // Not cancelled with the request: the rows are gone, and their copies in the log are to follow.
            await database.EraseDeletedAsync(CancellationToken.None);
        }

        return result;
    }

    private static async Task<AccountDeletionResult> DeleteAsync(
        LedgerSession session,
        UserId user,
        Func<PersonRecord, ImmutableArray<ChallengeRecord>, SealedPersonDays> seal)
    {
        if (!await LockAsync(session, user))
        {
            return new AccountDeletionResult.Unknown();
        }

        await RefuseLastAdministratorAsync(session, user);
        var enrolled = await ForgetInFeedsAsync(session, user);
        var ending = await FindEndingAsync(session, user);
        var sessions = await FindSessionsAsync(session, user, ending);

        await TeamDayTable.AddAsync(session, seal(await LoadPersonAsync(session, user), await LoadChallengesAsync(session, user)));
        await AuditTables.ForgetAsync(session, user);
        await session.ExecuteAsync("DELETE FROM reminders WHERE grain_id = @grain", new { grain = $"user/{user.Value}" });
        // Answers kept for others whose requests named the person in their path.
        await session.ExecuteAsync("DELETE FROM idempotency_keys WHERE path LIKE @named", new { named = $"%{user.Value}%" });
        await session.ExecuteAsync(
            "DELETE FROM invited_people WHERE email_key = (SELECT normalized_email FROM accounts WHERE id = @user)", new { user });
        await session.ExecuteAsync("DELETE FROM challenges WHERE id = @challenge", ending.Select(challenge => new { challenge }));
        // Foreign keys cascade to everything that belongs to the account.
        await session.ExecuteAsync("DELETE FROM accounts WHERE id = @user", new { user });
        await ReleaseFirstPersonAsync(session, user);
        return new AccountDeletionResult.Deleted(enrolled, sessions);
    }

    // Locks the account and the enrolments first and in this order, as a check-in does, so that neither waits for the other forever.
    // Before an administrator's account comes what changes of administrators lock.
    private static async Task<bool> LockAsync(LedgerSession session, UserId user) =>
        await session.ExecuteAsync(
            """
            UPDATE first_person SET singleton = singleton
            WHERE EXISTS (SELECT 1 FROM accounts WHERE id = @user AND is_site_administrator = TRUE)
            """,
            new { user }) >= 0
        && await AccountTable.LockAsync(session, user)
        && await session.ExecuteAsync("UPDATE enrolments SET version = version + 1 WHERE user_id = @user", new { user }) >= 0;

    // Two administrators who delete themselves at the same time are told apart by the lock of the one row of first_person.
    private static async Task RefuseLastAdministratorAsync(LedgerSession session, UserId user)
    {
        if (!await session.FindAsync<bool>("SELECT is_site_administrator FROM accounts WHERE id = @user", new { user }))
        {
            return;
        }

        await session.ExecuteAsync("UPDATE first_person SET singleton = singleton");
        var isNeeded = await session.FindAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM accounts WHERE kind = 'Person' AND id <> @user)", new { user });
        if (isNeeded && !await AdministeredTables.HasOtherAdministratorAsync(session, user))
        {
            throw new RefusedException(new AccountDeletionResult.LastAdministrator());
        }
    }

    // The change is recorded without a name, and earlier ones lose theirs: whoever reads them reads everybody again. From here on
    // the rows of the feeds are locked, so that of two organisers who delete themselves the second sees that the first is gone.
    private static async Task<ImmutableArray<ChallengeId>> ForgetInFeedsAsync(LedgerSession session, UserId user)
    {
        var enrolled = await session.QueryAsync<ChallengeId>("SELECT challenge_id FROM enrolments WHERE user_id = @user", new { user });
        foreach (var challenge in enrolled.OrderBy(challenge => challenge.Value, StringComparer.Ordinal))
        {
            await ChangeFeedTables.RecordAsync(session, challenge, ChangeFeedTables.Nobody);
            await session.ExecuteAsync(
                "UPDATE challenge_changes SET user_id = @nobody WHERE challenge_id = @challenge AND user_id = @user",
                new { challenge, user, nobody = ChangeFeedTables.Nobody });
        }

        return enrolled;
    }

    // The challenges that nobody is in once the person is gone. One that others are in needs another organiser.
    private static async Task<ImmutableArray<ChallengeId>> FindEndingAsync(LedgerSession session, UserId user)
    {
        var led = await session.QueryAsync<LedChallengeRow>(
            $"""
            SELECT e.challenge_id,
                (SELECT COUNT(*) FROM enrolments o WHERE o.challenge_id = e.challenge_id AND o.user_id <> @user AND {EnrolmentTables.IsPresent("o")}) AS others,
                (SELECT COUNT(*) FROM enrolments o
                 WHERE o.challenge_id = e.challenge_id AND o.user_id <> @user AND o.role = 'Organiser' AND {EnrolmentTables.IsPresent("o")}) AS organisers
            FROM enrolments e WHERE e.user_id = @user AND e.role = 'Organiser' AND {EnrolmentTables.IsPresent("e")}
            """,
            new { user });
        return led.Any(challenge => challenge is { Others: > 0, Organisers: 0 })
            ? throw new RefusedException(new AccountDeletionResult.LastOrganiser())
            : [.. led.Where(challenge => challenge.Others == 0).Select(challenge => challenge.ChallengeId)];
    }

    private static async Task<ImmutableArray<DeletedFromSession>> FindSessionsAsync(
        LedgerSession session, UserId user, ImmutableArray<ChallengeId> ending)
    {
        var touched = await session.QueryAsync<SessionId>(
            """
            SELECT id FROM sessions WHERE host_id = @user
            UNION SELECT session_id FROM session_participants WHERE user_id = @user
            """,
            new { user });
        var deleted = new HashSet<SessionId>();
        foreach (var challenge in ending)
        {
            deleted.UnionWith(await session.QueryAsync<SessionId>("SELECT id FROM sessions WHERE challenge_id = @challenge", new { challenge }));
        }

        return [.. touched.Union(deleted).Select(id => new DeletedFromSession(id, deleted.Contains(id)))];
    }

    private static async Task<PersonRecord> LoadPersonAsync(LedgerSession session, UserId user)
    {
        await using var rows = await session.QueryMultipleAsync(PeopleMapping.QueriesFor(PeopleMapping.OnePerson), new { id = user.Value });
        return (await PeopleMapping.ReadAsync(rows)).Single();
    }

    private static Task<ImmutableArray<ChallengeRecord>> LoadChallengesAsync(LedgerSession session, UserId user) =>
        ChallengeTables.LoadAsync(session, "id IN (SELECT challenge_id FROM enrolments WHERE user_id = @key)", user.Value);

    // Where the last account is gone, the next one is the first again; otherwise the table only forgets who was.
    private static Task<int> ReleaseFirstPersonAsync(LedgerSession session, UserId user) => session.ExecuteAsync(
        """
        DELETE FROM first_person WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE kind = 'Person');

        UPDATE first_person SET account_id = '' WHERE account_id = @user
        """,
        new { user });

    // Rolls the transaction back.
    private sealed class RefusedException(AccountDeletionResult result) : Exception
    {
        public AccountDeletionResult Result => result;
    }
}

/// <summary>A challenge that a person organises.</summary>
internal sealed class LedChallengeRow
{
    public ChallengeId ChallengeId { get; init; }

    public long Others { get; init; }

    public long Organisers { get; init; }
}
