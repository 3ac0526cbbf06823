using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.Tests.DataMigration;

/// <summary>What a table holds, in the words of SQLite whichever engine it is in: read apart from the code under test.</summary>
internal static class TableContent
{
    /// <summary>The tables of the schema, by name.</summary>
    public static async Task<ImmutableArray<string>> TablesAsync(LedgerNode node)
    {
        var database = node.Get<LedgerDatabase>();
        return await database.ReadAsync(
            session => session.QueryAsync<string>(database.EngineName == "sqlite"
                ? "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
                : "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"),
            CancellationToken.None);
    }

    /// <summary>The rows, each by its columns' names, in an order of their own.</summary>
    public static Task<ImmutableArray<string>> ReadAsync(LedgerNode node, string table) => node.Get<LedgerDatabase>().ReadAsync(
        async session =>
        {
            await using var command = session.Connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            var rows = ImmutableArray.CreateBuilder<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(Row(reader));
            }

            rows.Sort(StringComparer.Ordinal);
            return rows.ToImmutable();
        },
        CancellationToken.None);

    private static string Row(DbDataReader reader) => string.Join('|', Enumerable.Range(0, reader.FieldCount)
        .OrderBy(reader.GetName, StringComparer.Ordinal)
        .Select(column => $"{reader.GetName(column)}={Word(reader.GetValue(column))}"));

    private static string Word(object value) => value switch
    {
        DBNull => "(null)",
        string text => $"'{text}'",
        bool flag => flag ? "1" : "0",
        DateTime instant => $"'{new DateTimeOffset(instant).ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)}'",
        DateOnly date => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        byte[] bytes => $"0x{Convert.ToHexString(bytes)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
