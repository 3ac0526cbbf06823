using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Audit;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Administration;

/// <inheritdoc />
internal sealed class AdministrationStore(LedgerDatabase database) : IAdministrationStore
{
    private static readonly DateTimeOffset Latest = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc />
    public Task<ImmutableArray<AdministeredAccount>?> LoadAccountsAsync(
        string? search, UserId? after, int most, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => LoadAccountsAsync(session, search, after, most), cancellationToken);

    /// <inheritdoc />
    public async Task<AdministeredAccount?> FindAccountAsync(UserId user, CancellationToken cancellationToken = default)
    {
        var row = await database.ReadAsync(session => AdministeredTables.FindAccountAsync(session, user), cancellationToken);
        return row?.ToRecord();
    }

    /// <inheritdoc />
    public Task<AccountAdministration> ChangeAccountAsync(
        UserId user, AdministrativeChange change, SignInEnd end, AuditActor by, CancellationToken cancellationToken = default) =>
        database.WriteAsync(session => ChangeAccountAsync(session, user, change, end, by), cancellationToken);

    /// <inheritdoc />
    public Task<bool> SignOutAsync(UserId user, SignInEnd end, AuditActor by, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                if (!await AccountTable.LockAsync(session, user) || await AdministeredTables.FindAccountAsync(session, user) is null)
                {
                    return false;
                }

                await EndSignInsAsync(session, user, end, by);
                await AuditTables.RecordAsync(session, by.Entry("accountSignedOut", user));
                return true;
            },
            cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<AdministeredChallenge>?> LoadChallengesAsync(
        string? search, ChallengeId? after, int most, CancellationToken cancellationToken = default) =>
        database.ReadSnapshotAsync(session => LoadChallengesAsync(session, search, after, most), cancellationToken);

    private static async Task<ImmutableArray<AdministeredAccount>?> LoadAccountsAsync(
        LedgerSession session, string? search, UserId? after, int most)
    {
        var (at, id) = (Latest, "");
        if (after is { } last)
        {
            if (await AdministeredTables.FindAccountAsync(session, last) is not { } row)
            {
                return null;
            }

            (at, id) = (row.CreatedAt, last.Value);
        }

        var rows = await AdministeredTables.LoadAccountsAsync(session, SearchPattern.Of(search), at, id, most);
        return [.. rows.Select(row => row.ToRecord())];
    }

    private static async Task<ImmutableArray<AdministeredChallenge>?> LoadChallengesAsync(
        LedgerSession session, string? search, ChallengeId? after, int most)
    {
        var (on, id) = (DateOnly.MaxValue, "");
        if (after is { } last)
        {
            if (await session.FindAsync<DateOnly?>(
                "SELECT starts_on FROM challenges WHERE id = @id AND is_demo = FALSE", new { id = last.Value }) is not { } start)
            {
                return null;
            }

            (on, id) = (start, last.Value);
        }

        var rows = await AdministeredTables.LoadChallengesAsync(session, SearchPattern.Of(search), on, id, most);
        var zones = await ParticipantZones.LoadAsync(session, rows.Select(row => row.Id));
        return [.. rows.Select(row => row.ToRecord([.. zones[row.Id]]))];
    }

    private static async Task<AccountAdministration> ChangeAccountAsync(
        LedgerSession session, UserId user, AdministrativeChange change, SignInEnd end, AuditActor by)
    {
        // A lock that every such change holds in PostgreSQL: two administrators who remove each other come one after the other.
        await session.ExecuteAsync("UPDATE first_person SET singleton = singleton");
        // What the log tells of an account must not outlive it.
        if (!await AccountTable.LockAsync(session, user) || await AdministeredTables.FindAccountAsync(session, user) is not { } before)
        {
            return AccountAdministration.Unknown;
        }

        var disabled = change.Disabled ?? before.Disabled;
        var administrates = change.SiteAdministrator ?? before.IsSiteAdministrator;
        if (before is { IsSiteAdministrator: true, Disabled: false }
            && (disabled || !administrates)
            && !await AdministeredTables.HasOtherAdministratorAsync(session, user))
        {
            return AccountAdministration.LastAdministrator;
        }

        await AdministeredTables.UpdateAccountAsync(session, user, disabled, administrates, Guid.NewGuid().ToString("N"));
        if (disabled && !before.Disabled)
        {
            await EndSignInsAsync(session, user, end, by);
        }

        if (disabled != before.Disabled)
        {
            await AuditTables.RecordAsync(session, by.Entry(disabled ? "accountDisabled" : "accountEnabled", user));
        }

        if (administrates != before.IsSiteAdministrator)
        {
            await AuditTables.RecordAsync(session, by.Entry(administrates ? "administratorAppointed" : "administratorRemoved", user));
        }

        return AccountAdministration.Done;
    }

    private static async Task EndSignInsAsync(LedgerSession session, UserId user, SignInEnd end, AuditActor by)
    {
        await session.ExecuteAsync(
            "UPDATE accounts SET security_stamp = @SecurityStamp, concurrency_stamp = @SecurityStamp WHERE id = @user",
            new { user, end.SecurityStamp });
        await SignInTable.EndAllAsync(session, user, by.At, end.CookiesExpireAt);
    }
}
