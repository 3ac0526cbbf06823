using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Storage.Hosting;

/// <summary>The ledger's settings: the section <c>Ledger</c>, and <c>ConnectionStrings:Ledger</c>.</summary>
/// <param name="Provider"><c>Ledger:Provider</c>, <see cref="LedgerProvider.Sqlite" /> by default.</param>
/// <param name="ConnectionString">Null by default: for SQLite that is <c>data/ledger.db</c> beside the program.</param>
/// <param name="QueueCapacity"><c>Ledger:QueueCapacity</c>: the number of check-ins that may wait; 4,096 by default.</param>
/// <param name="MaxBatch"><c>Ledger:MaxBatch</c>: the most check-ins in one transaction; 256 by default.</param>
public sealed record LedgerOptions(LedgerProvider Provider, string? ConnectionString, int QueueCapacity = 4096, int MaxBatch = 256)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">A setting is invalid; the message names it.</exception>
    public static LedgerOptions Read(IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("Ledger");
        return new LedgerOptions(
            ReadProvider(configuration["Ledger:Provider"]),
            string.IsNullOrWhiteSpace(connectionString) ? null : connectionString,
            ReadCount(configuration, "Ledger:QueueCapacity", 4096),
            ReadCount(configuration, "Ledger:MaxBatch", 256));
    }

    /// <summary>Creates the exception for an invalid setting.</summary>
    internal static OptionsValidationException Invalid(string message) => new(nameof(LedgerOptions), typeof(LedgerOptions), [message]);

    /// <summary>Returns SQLite's file; a relative path is resolved against the content root, not the working directory.</summary>
    public string LocateFile(string contentRoot) =>
        Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString ?? "Data Source=data/ledger.db").DataSource, contentRoot);

    private static LedgerProvider ReadProvider(string? value) => value switch
    {
        null or "" => LedgerProvider.Sqlite,
        _ when value.Equals(nameof(LedgerProvider.Sqlite), StringComparison.OrdinalIgnoreCase) => LedgerProvider.Sqlite,
        _ when value.Equals(nameof(LedgerProvider.PostgreSql), StringComparison.OrdinalIgnoreCase) => LedgerProvider.PostgreSql,
        _ => throw Invalid($"Ledger:Provider is '{value}'; it must be Sqlite or PostgreSql."),
    };

    private static int ReadCount(IConfiguration configuration, string name, int fallback) => configuration[name] switch
    {
        null or "" => fallback,
        var value when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count >= 1 => count,
        var value => throw Invalid($"{name} is '{value}'; it must be a whole number of at least 1."),
    };
}

/// <summary>Which database holds the ledger.</summary>
public enum LedgerProvider
{
    /// <summary>Embedded, one file; for a single machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server; for a cluster.</summary>
    PostgreSql,
}
