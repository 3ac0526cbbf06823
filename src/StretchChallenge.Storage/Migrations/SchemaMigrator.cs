using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Migrations;

/// <summary>Brings the schema up to date before anything else of the program starts.</summary>
internal sealed partial class SchemaMigrator(
    LedgerDatabase database,
    TimeProvider time,
    ILogger<SchemaMigrator> logger) : IHostedLifecycleService
{
    private readonly SchemaUpgrade _upgrade = new(database, time);

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) =>
        ApplyAsync(Migration.ForEngine(database.EngineName), cancellationToken);

    /// <summary>Applies what is missing, all or nothing; of several programs at once one does it and the others find it done.</summary>
    /// <exception cref="MigrationException">The database is newer than the program, or an applied file was changed.</exception>
    public async Task ApplyAsync(IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        var applied = await database.WriteAsync(session => _upgrade.ApplyMissingAsync(session, migrations), cancellationToken);
        foreach (var migration in applied)
        {
            LogApplied(migration.Name);
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
}
