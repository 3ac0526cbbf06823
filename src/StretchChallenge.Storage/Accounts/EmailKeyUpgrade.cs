using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Text;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Accounts;

/// <summary>
/// Gives accounts of earlier releases the keys of <see cref="EmailAddress.KeyOf" />, before the server starts. Of accounts
/// whose keys fall together the oldest gets it; the others keep theirs, by which they are still found. Does nothing when
/// all is done.
/// </summary>
internal sealed partial class EmailKeyUpgrade(LedgerDatabase database, ILogger<EmailKeyUpgrade> logger) : IHostedLifecycleService
{
    /// <inheritdoc />
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var accounts = await database.ReadAsync(
            session => session.QueryAsync<EmailKeyRow>(
                "SELECT id, email, normalized_email FROM accounts WHERE normalized_email IS NOT NULL ORDER BY created_at, id"),
            cancellationToken);
        foreach (var (account, key) in accounts
            .Select(account => (account, EmailAddress.KeyOf(account.Email ?? account.NormalizedEmail)))
            .Where(pair => pair.Item2 != pair.account.NormalizedEmail))
        {
            if (!await TryUpdateAsync(account, key, cancellationToken))
            {
                LogKeptKey(account.Id);
            }
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // False when another account has the key.
    private async Task<bool> TryUpdateAsync(EmailKeyRow account, string key, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                session => session.ExecuteAsync(
                    "UPDATE accounts SET normalized_email = @key WHERE id = @Id AND normalized_email = @NormalizedEmail",
                    new { key, account.Id, account.NormalizedEmail }),
                cancellationToken);
            return true;
        }
        catch (DbException error) when (database.FindTableOfDuplicate(error) is not null)
        {
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Account {Account} has the e-mail of another account in another spelling. Both can still sign in, each with its own spelling.")]
    private partial void LogKeptKey(UserId account);
}

/// <summary>The columns of <c>accounts</c> by which people are found.</summary>
internal sealed class EmailKeyRow
{
    public UserId Id { get; init; }

    public string? Email { get; init; }

    public string NormalizedEmail { get; init; } = "";
}
