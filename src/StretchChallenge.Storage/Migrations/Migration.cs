using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StretchChallenge.Storage.Migrations;

/// <summary>One numbered step of the schema.</summary>
/// <param name="Number">Its place: 1, 2, 3 …</param>
/// <param name="Name">The file's name.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the statements, the same whatever line ends the sources were checked out with.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>
    /// The migrations of an engine, in order: files named <c>0001-name.sql</c>, embedded here, and those made for
    /// one engine alone, named <c>0001-name.sqlite.sql</c> or <c>0001-name.postgresql.sql</c>.
    /// </summary>
    public static IReadOnlyList<Migration> ForEngine(string engineName) =>
        [.. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Where(name => name.Split('.') is [_, "sql"] || name.EndsWith($".{engineName}.sql", StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(migration => migration.Number)];

    /// <summary>
    /// Whether a migration, by its name <c>0001-expand-name.sql</c>, only adds: what an older program reads and writes stays
    /// as it knows it. The name is what an older program learns of it.
    /// </summary>
    public static bool OnlyAdds(string name) => name.Split('-') is [_, "expand", _, ..];

    private static Migration Read(string name)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(name)!);
        return new Migration(int.Parse(name.Split('-')[0], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
