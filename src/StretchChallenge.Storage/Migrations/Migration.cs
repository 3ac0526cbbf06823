using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StretchChallenge.Storage.Migrations;

/// <summary>One numbered step of the schema.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Name">The file's name.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the statements, independent of the line endings of the checkout.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>
    /// The migrations of an engine, in order: the embedded files <c>0001-name.sql</c>, and those for one engine alone,
    /// <c>0001-name.sqlite.sql</c> or <c>0001-name.postgresql.sql</c>.
    /// </summary>
    public static IReadOnlyList<Migration> ForEngine(string engineName) =>
        [.. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Where(name => name.Split('.') is [_, "sql"] || name.EndsWith($".{engineName}.sql", StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(migration => migration.Number)];

    private static Migration Read(string name)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(name)!);
        return new Migration(int.Parse(name.Split('-')[0], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
