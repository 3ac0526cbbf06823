using System.Runtime.Versioning;
using StretchChallenge.Storage.Database;
using StretchChallenge.Storage.PrivateHealth;

namespace StretchChallenge.Storage.Tests.Database;

/// <summary>What SQLite's files show to other users of the machine, and keep of what was deleted.</summary>
[Trait("Category", "Faults")]
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFileTests() : StorageTests(null)
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string LedgerFile => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(Database.ConnectionString).DataSource;

    [Fact]
    public async Task Write_FolderIsMissing_CreatesItAndTheFilesForTheirOwnerAlone()
    {
        var folder = $"{Path.GetDirectoryName(LedgerFile)}/new";
        await using var database = new SqliteDatabase($"Data Source={folder}/ledger.db");

        await database.WriteAsync(session => session.ExecuteAsync("CREATE TABLE one (id integer)"), CancellationToken.None);

        Assert.Equal(OwnerReadsAndWrites | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.All(
            new[] { "ledger.db", "ledger.db-wal", "ledger.db-shm" },
            name => Assert.Equal(OwnerReadsAndWrites, File.GetUnixFileMode($"{folder}/{name}")));
    }

    [Fact]
    public async Task Write_FileOfAnEarlierVersionIsOpenToAll_ClosesIt()
    {
        await Node.StopAsync();
        File.SetUnixFileMode(LedgerFile, OwnerReadsAndWrites | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await StartNodeAsync();

        Assert.Equal(OwnerReadsAndWrites, File.GetUnixFileMode(LedgerFile));
    }

    [Fact]
    public void Database_Constructed_CreatesNothing()
    {
        var folder = $"{Path.GetDirectoryName(LedgerFile)}/unused";

        _ = new SqliteDatabase($"Data Source={folder}/ledger.db");

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task DeleteSafetyAnswer_Done_LeavesNoByteOfItInTheFiles()
    {
        var user = await RegisterAsync();
        var secret = "a mark that is nowhere else"u8.ToArray();
        await Get<IHealthRecordStore>().ChangeSafetyAnswerAsync(user, _ => secret);
        Assert.True(Holds($"{LedgerFile}-wal", secret));

        await Get<IHealthRecordStore>().DeleteSafetyAnswerAsync(user);

        Assert.False(Holds(LedgerFile, secret));
        Assert.False(Holds($"{LedgerFile}-wal", secret));
    }

    private static bool Holds(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray().AsSpan().IndexOf(bytes) >= 0;
    }
}
