using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StretchChallenge.Server.Backups;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Server.Administration;

/// <summary>How the server is, as site administrators see it.</summary>
/// <param name="Version">The program's version.</param>
/// <param name="StartedAt">When this process started, by the machine's clock.</param>
/// <param name="Storage">The database.</param>
/// <param name="Checks">The health checks of this node.</param>
/// <param name="Dashboard">The path of Orleans' dashboard; null while it is switched off.</param>
public sealed record ServerStatus(
    string Version, DateTimeOffset StartedAt, StorageStatus Storage, ImmutableArray<CheckStatus> Checks, string? Dashboard);

/// <summary>The database.</summary>
/// <param name="Engine">Which engine.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="SchemaVersion">The number of the last migration.</param>
/// <param name="LastBackup">The latest backup that was made from here; null when there is none.</param>
public sealed record StorageStatus(LedgerProvider Engine, long Bytes, int SchemaVersion, BackupFile? LastBackup);

/// <summary>A health check.</summary>
/// <param name="Name"><c>database</c>, <c>clock</c>, <c>silo</c> or <c>cluster</c>.</param>
/// <param name="Status">How it went.</param>
public sealed record CheckStatus(string Name, CheckOutcome Status);

/// <summary>How a health check went.</summary>
public enum CheckOutcome
{
    /// <summary>All is well.</summary>
    Healthy,

    /// <summary>It works, but somebody should look at it.</summary>
    Degraded,

    /// <summary>It does not work.</summary>
    Unhealthy,
}

/// <summary>Returns how the server is, and makes backups.</summary>
internal static class StatusEndpoint
{
    private static readonly DateTimeOffset StartedAt = ReadStart();

    /// <summary>Answers <c>GET /api/admin/status</c>.</summary>
    public static async Task<Ok<ServerStatus>> GetAsync(
        IDatabaseStatus database,
        LedgerBackups backups,
        HealthCheckService checks,
        IConfiguration configuration,
        CancellationToken cancellationToken)
    {
        var figures = await database.ReadAsync(cancellationToken);
        var report = await checks.CheckHealthAsync(cancellationToken);
        return TypedResults.Ok(new ServerStatus(
            Version,
            StartedAt,
            new StorageStatus(figures.Engine, figures.Bytes, figures.SchemaVersion, backups.FindLatest()),
            [.. report.Entries.Select(entry => new CheckStatus(entry.Key, OutcomeOf(entry.Value.Status)))],
            OrleansDashboard.IsEnabled(configuration) ? OrleansDashboard.Path : null));
    }

    /// <summary>Answers <c>POST /api/admin/backup</c>.</summary>
    public static async Task<Results<Ok<BackupFile>, ProblemHttpResult>> BackUpAsync(
        ClaimsPrincipal caller, LedgerBackups backups, TimeProvider time)
    {
        var outcome = await backups.WriteAsync(caller.Acting(time));
        return outcome.IsRefused(out var refusal, out var backup) ? Problem.Of(refusal) : TypedResults.Ok(backup);
    }

    // What follows the plus sign names the commit.
    private static string Version =>
        typeof(StatusEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static CheckOutcome OutcomeOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => CheckOutcome.Healthy,
        HealthStatus.Degraded => CheckOutcome.Degraded,
        _ => CheckOutcome.Unhealthy,
    };

    private static DateTimeOffset ReadStart()
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime.ToUniversalTime());
    }
}
