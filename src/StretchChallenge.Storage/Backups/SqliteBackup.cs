using Microsoft.Data.Sqlite;

namespace StretchChallenge.Storage.Backups;

/// <summary>Copies an SQLite ledger to another file, as it is at one moment, while a server may run on it.</summary>
public static class SqliteBackup
{
    static SqliteBackup() => SQLitePCL.Batteries_V2.Init();

    /// <summary>
    /// Writes the copy, for its owner alone. It has its name once it is whole, on the disk and found sound, not before.
    /// </summary>
    /// <param name="file">The ledger.</param>
    /// <param name="copy">The file to write, which is not there yet.</param>
    /// <exception cref="BackupRefusedException">No copy can be made; none was.</exception>
    public static void Write(string file, string copy)
    {
        if (!File.Exists(file))
        {
            throw new BackupRefusedException($"There is no file {file}. Name the SQLite file that the server keeps its data in, as a user who may look there.");
        }

        if (File.Exists(copy))
        {
            throw new BackupRefusedException($"There is a file {copy} already. Name another.");
        }

        var partial = $"{copy}.partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(copy))!);
            CreateForOwnerAlone(partial);
            Ask(file, "VACUUM INTO @partial", ("@partial", partial));
            if (Ask(partial, "PRAGMA integrity_check") is not "ok" and var fault)
            {
                throw new BackupRefusedException($"The copy is not sound: {fault}. Look at the disk, and at {file} itself.");
            }

            Flush(partial);
            File.Move(partial, copy);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException($"{file} could not be copied to {copy}: {fault.Message}", fault);
        }
        finally
        {
            // Deleting what is not there is an error where its folder is not there either.
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    // VACUUM INTO takes an empty file as one that is not there.
    private static void CreateForOwnerAlone(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, options).Dispose();
    }

    private static string? Ask(string file, string sql, params (string Name, string Value)[] parameters)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        using var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteScalar() as string;
    }

    private static void Flush(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
