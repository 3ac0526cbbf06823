using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Storage.Demo;

/// <summary>The demo challenge, separate from the real ones.</summary>
public interface IDemoStore
{
    /// <summary>Returns the demo challenge; null when there is none.</summary>
    Task<ChallengeRecord?> FindAsync(CancellationToken cancellationToken = default);

    /// <summary>Deletes every demo challenge, demo person and guest with all their data, and saves this demo, in one transaction.</summary>
    Task ReplaceAsync(DemoSeed seed, CancellationToken cancellationToken = default);
}

/// <summary>The content of a demo challenge.</summary>
/// <param name="Challenge">The challenge, marked as demo.</param>
/// <param name="Teams">Its teams.</param>
/// <param name="People">Its simulated colleagues.</param>
/// <param name="Enrolments">One per colleague.</param>
/// <param name="Memberships">Their team intervals.</param>
/// <param name="Credits">The days they completed.</param>
public sealed record DemoSeed(
    ChallengeRecord Challenge,
    ImmutableArray<TeamRecord> Teams,
    ImmutableArray<AccountRecord> People,
    ImmutableArray<EnrolmentRecord> Enrolments,
    ImmutableArray<MembershipRecord> Memberships,
    ImmutableDictionary<UserId, ImmutableArray<CreditRecord>> Credits);

/// <inheritdoc />
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
                // Foreign keys cascade to everything that belongs to them.
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
