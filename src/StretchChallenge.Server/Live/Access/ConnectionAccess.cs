using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Storage.Accounts;

namespace StretchChallenge.Server.Live.Access;

/// <summary>
/// Holds the rights of open connections as leases: every 15 s it closes those whose sign-in, account or membership has ended.
/// A change made through this server closes them at once; this is for changes made through other nodes.
/// </summary>
internal sealed partial class ConnectionAccess(
    LiveConnections connections,
    RevokedSignIns revoked,
    IAccountStore accounts,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<ConnectionAccess> log) : BackgroundService
{
    /// <summary>How often the rights are checked.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    /// <summary>Whether the sign-in of a new connection holds; true when nobody is signed in, or while it cannot be checked.</summary>
    public async Task<bool> IsValidAsync(LiveConnection connection)
    {
        if (connection.UserId is not { } user || revoked.Contains(connection.SignInId))
        {
            return connection.UserId is null;
        }

        try
        {
            return (await accounts.FindAsync(new UserId(user)))?.SecurityStamp == connection.Stamp;
        }
        catch (Exception exception)
        {
            CheckFailed(exception);
            return true;
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => PeriodicWork.RunAsync(
        Interval, time, () => Parallel.ForEachAsync(connections.SignedIn.GroupBy(connection => connection.UserId!), AtOnce, CheckAsync), stoppingToken);

    private async ValueTask CheckAsync(IGrouping<string, LiveConnection> person, CancellationToken cancellationToken)
    {
        try
        {
            var stamp = (await accounts.FindAsync(new UserId(person.Key), cancellationToken))?.SecurityStamp;
            foreach (var connection in person.Where(connection => connection.Stamp != stamp || revoked.Contains(connection.SignInId)))
            {
                connection.Close();
            }

            foreach (var challenge in person.SelectMany(connection => connection.Challenges).Distinct().ToList())
            {
                if (await grains.GetGrain<IChallengeGrain>(challenge).GetRoleAsync(person.Key, cancellationToken) is null)
                {
                    connections.CloseMember(person.Key, challenge);
                }
            }
        }
        catch (Exception exception)
        {
            // The database or a node is not available. The next check is soon.
            CheckFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The rights of a live connection could not be checked. They will be checked again.")]
    private partial void CheckFailed(Exception exception);
}
