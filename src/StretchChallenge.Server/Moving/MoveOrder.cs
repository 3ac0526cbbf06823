using Npgsql;
using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Security;
using StretchChallenge.Storage.Hosting;
using StretchChallenge.Storage.Moving;

namespace StretchChallenge.Server.Moving;

/// <summary>What to move where: what was asked for, and the server's own settings for what was left out.</summary>
/// <param name="File">The full path of the SQLite file.</param>
/// <param name="Target">The connection string of the PostgreSQL database.</param>
/// <param name="Keys">The key that the data is encrypted with.</param>
internal sealed record MoveOrder(string File, NpgsqlConnectionStringBuilder Target, MoveKeys Keys)
{
    /// <summary>Reads the settings as a server started here would.</summary>
    /// <exception cref="MoveRefusedException">Something is missing or impossible; the message says what.</exception>
    public static MoveOrder Read(string? from, string? to)
    {
        var builder = WebApplication.CreateBuilder();
        var ledger = LedgerOptions.Read(builder.Configuration);
        var root = builder.Environment.ContentRootPath;
        var file = LocateFile(from, ledger, root);
        var secrets = builder.Configuration.GetSection("Secrets").Get<SecretsOptions>() ?? new SecretsOptions();
        return new MoveOrder(file, Parse(to ?? TargetOf(ledger)), MoveKeys.Find(secrets, root, file));
    }

    private static string TargetOf(LedgerOptions ledger) =>
        ledger is { Provider: LedgerProvider.PostgreSql, ConnectionString: { } target }
            ? target
            : throw new MoveRefusedException("Say where to: --to \"Host=…;Username=…;Password=…;Database=…\".");

    private static string LocateFile(string? from, LedgerOptions ledger, string root)
    {
        try
        {
            return SqliteFile.Locate(from, ledger, root);
        }
        catch (ArgumentException fault)
        {
            throw new MoveRefusedException($"--from is neither a file nor \"Data Source=…\". {fault.Message}", fault);
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string target)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(target);
        }
        catch (ArgumentException fault)
        {
            throw new MoveRefusedException($"--to is no connection string such as \"Host=…;Username=…;Password=…;Database=…\". {fault.Message}", fault);
        }
    }
}
