using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Demo;

/// <summary>The demo challenge in the database.</summary>
internal sealed class DemoStore(LedgerDatabase database) : IDemoStore
{
    /// <inheritdoc />
    public async Task<ChallengeRecord?> FindAsync(CancellationToken cancellationToken = default)
    {
        var demos = await database.ReadSnapshotAsync(
            session => ChallengeTables.LoadAsync(session, "is_demo = @key", true),
            cancellationToken);
        return demos.SingleOrDefault();
    }

    /// <inheritdoc />
    public Task ReplaceAsync(DemoSeed seed, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async session =>
            {
                // Everything below them goes with them.
                await session.ExecuteAsync("DELETE FROM challenges WHERE is_demo = TRUE");
                await session.ExecuteAsync("DELETE FROM accounts WHERE kind IN ('Demo', 'Guest')");
                await InsertAsync(session, seed);
                return true;
            },
            cancellationToken);

    private static async Task InsertAsync(LedgerSession session, DemoSeed seed)
    {
        await ChallengeTables.InsertAsync(session, seed.Challenge with { IsDemo = true });
        foreach (var team in seed.Teams)
        {
            await TeamTable.InsertAsync(session, team);
        }

        foreach (var person in seed.People)
        {
            await AccountTable.InsertAsync(session, person with { Kind = AccountKind.Demo });
        }

        foreach (var enrolment in seed.Enrolments)
        {
            await EnrolmentTables.SaveAsync(
                session,
                enrolment,
                [.. seed.Memberships.Where(membership => membership.UserId == enrolment.UserId)]);
        }

        await session.ExecuteAsync(
            "INSERT INTO credits (user_id, local_date, kind, recorded_at) VALUES (@user, @Date, @Kind, @RecordedAt)",
            from credits in seed.Credits
            from credit in credits.Value
            select new { user = credits.Key, credit.Date, Kind = credit.Kind.ToString(), credit.RecordedAt });
    }
}
