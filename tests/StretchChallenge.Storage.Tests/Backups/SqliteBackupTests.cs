using Microsoft.Data.Sqlite;
using StretchChallenge.Storage.Backups;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Tests.DataMigration;
using StretchChallenge.Storage.Tests.Ledger;

namespace StretchChallenge.Storage.Tests.Backups;

public sealed class SqliteBackupTests() : StorageTests(null)
{
    private string File => new SqliteConnectionStringBuilder(Database.ConnectionString).DataSource;

    private string Copy => $"{File}.copy";

    [Fact]
    public async Task Write_WhileCheckInsGoOn_HoldsWhatWasAcknowledgedBefore()
    {
        var user = await RegisterAsync();
        await CheckInAsync(user, from: 0, days: 200);

        var more = CheckInAsync(user, from: 200, days: 200);
        SqliteBackup.Write(File, Copy);
        await more;

        await using var copy = await OpenCopyAsync();
        var days = (await copy.Get<Storage.Users.IPeopleStore>().LoadAsync(user))!.Credits;
        Assert.InRange(days.Length, 200, 400);
        Assert.Equal(days.Length, (await TableContent.ReadAsync(copy, "completions")).Length);
    }

    [Fact]
    public async Task Write_LedgerWithEverything_CopiesEveryTable()
    {
        await new FilledLedger(Node).FillAsync();

        SqliteBackup.Write(File, Copy);

        await using var copy = await OpenCopyAsync();
        foreach (var table in await TableContent.TablesAsync(Node))
        {
            Assert.Equal(await TableContent.ReadAsync(Node, table), (await TableContent.ReadAsync(copy, table)).AsEnumerable());
        }
    }

    [Fact]
    public void Write_Copy_IsForItsOwnerAlone()
    {
        SqliteBackup.Write(File, Copy);

        Assert.True(OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(Copy) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Write_CopyIsThereAlready_IsRefusedAndStays()
    {
        System.IO.File.WriteAllText(Copy, "another");

        var refusal = Assert.Throws<BackupRefusedException>(() => SqliteBackup.Write(File, Copy));

        Assert.Contains("There is a file", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("another", System.IO.File.ReadAllText(Copy));
    }

    [Fact]
    public void Write_NoSuchLedger_IsRefusedAndMakesNone()
    {
        var refusal = Assert.Throws<BackupRefusedException>(() => SqliteBackup.Write($"{File}.elsewhere", Copy));

        Assert.Contains("There is no file", refusal.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists($"{File}.elsewhere"));
    }

    [Fact]
    public void Write_FileIsNoDatabase_LeavesNothingBehind()
    {
        var text = $"{File}.txt";
        System.IO.File.WriteAllText(text, new string('x', 8192));

        Assert.Throws<BackupRefusedException>(() => SqliteBackup.Write(text, Copy));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(File)!, "*.copy*"));
    }

    [Fact]
    public void Write_FolderCannotBeMade_IsRefused()
    {
        var refusal = Assert.Throws<BackupRefusedException>(() => SqliteBackup.Write(File, $"{File}/folder/copy.db"));

        Assert.Contains("could not be copied", refusal.Message, StringComparison.Ordinal);
    }

    private Task<LedgerOutcome[]> CheckInAsync(Domain.UserId user, int from, int days) => Task.WhenAll(Enumerable.Range(from, days)
        .Select(day => Get<ILedgerWriter>().OutcomeAsync(Sample.CheckIn(user, Sample.Monday.AddDays(day)))));

    private async Task<LedgerNode> OpenCopyAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(File)!, "restored")).FullName;
        System.IO.File.Move(Copy, Path.Combine(folder, "ledger.db"));
        var node = CreateNode(("ConnectionStrings:Ledger", $"Data Source={folder}/ledger.db"));
        await node.StartAsync();
        return node;
    }
}
