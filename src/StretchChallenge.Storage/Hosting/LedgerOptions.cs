using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace StretchChallenge.Storage.Hosting;

/// <summary>The ledger's settings: the section <c>Ledger</c>, and <c>ConnectionStrings:Ledger</c>.</summary>
/// <param name="Provider"><c>Ledger:Provider</c>, <see cref="LedgerProvider.Sqlite" /> by default.</param>
/// <param name="ConnectionString">Null by default: for SQLite that is <c>data/ledger.db</c> beside the program.</param>
/// <param name="QueueCapacity"><c>Ledger:QueueCapacity</c>: check-ins that may wait; 4,096 by default.</param>
/// <param name="MaxBatch"><c>Ledger:MaxBatch</c>: check-ins in one transaction at most; 256 by default.</param>
public sealed record LedgerOptions(LedgerProvider Provider, string? ConnectionString, int QueueCapacity = 4096, int MaxBatch = 256)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">A setting is impossible; the message names it.</exception>
    public static LedgerOptions Read(IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("Ledger");
        return new LedgerOptions(
            ReadProvider(configuration["Ledger:Provider"]),
            string.IsNullOrWhiteSpace(connectionString) ? null : connectionString,
            ReadCount(configuration, "Ledger:QueueCapacity", 4096),
            ReadCount(configuration, "Ledger:MaxBatch", 256));
    }

    /// <summary>The fault of a setting that cannot be; the message names it.</summary>
    internal static OptionsValidationException Impossible(string message) => new(nameof(LedgerOptions), typeof(LedgerOptions), [message]);

    /// <summary>SQLite's file: a relative one lies below the content root, whatever directory the program was started in.</summary>
    public string LocateFile(string contentRoot) =>
        Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString ?? "Data Source=data/ledger.db").DataSource, contentRoot);

    private static LedgerProvider ReadProvider(string? value) => value switch
    {
        null or "" => LedgerProvider.Sqlite,
        _ when value.Equals(nameof(LedgerProvider.Sqlite), StringComparison.OrdinalIgnoreCase) => LedgerProvider.Sqlite,
        _ when value.Equals(nameof(LedgerProvider.PostgreSql), StringComparison.OrdinalIgnoreCase) => LedgerProvider.PostgreSql,
        _ => throw Impossible($"Ledger:Provider is '{value}'; it must be Sqlite or PostgreSql."),
    };

    private static int ReadCount(IConfiguration configuration, string name, int otherwise) => configuration[name] switch
    {
        null or "" => otherwise,
        var value when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count >= 1 => count,
        var value => throw Impossible($"{name} is '{value}'; it must be a whole number of at least 1."),
    };
}
