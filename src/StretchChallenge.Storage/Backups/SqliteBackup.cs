using System.Globalization;
using Microsoft.Data.Sqlite;
using StretchChallenge.Storage.Hosting;

namespace StretchChallenge.Storage.Backups;

/// <summary>Copies an SQLite ledger to another file consistently, also while a server uses it.</summary>
public static class SqliteBackup
{
    /// <summary>A file in the folder that is not there yet, named by the instant; names sort as the instants do.</summary>
    public static string NameCopy(string folder, DateTimeOffset at)
    {
        string copy;
        do
        {
            copy = Path.Combine(folder, at.UtcDateTime.ToString("'ledger-'yyyyMMdd'T'HHmmssfff'Z.db'", CultureInfo.InvariantCulture));
            at = at.AddMilliseconds(1);
        }
        while (Path.Exists(copy));
        return copy;
    }

    /// <summary>
    /// Writes the copy, readable only by its owner. It is renamed to its final name after it was flushed and passed an integrity
    /// check.
    /// </summary>
    /// <param name="file">The ledger.</param>
    /// <param name="copy">The file to write; it must not exist.</param>
    /// <exception cref="BackupRefusedException">The copy could not be made; nothing was written.</exception>
    public static void Write(string file, string copy)
    {
        if (!File.Exists(file))
        {
            throw new BackupRefusedException($"There is no file {file}. Name the SQLite file that the server keeps its data in, and run this as a user who may read it.");
        }

        if (File.Exists(copy))
        {
            throw new BackupRefusedException($"There is a file {copy} already. Choose another name.");
        }

        var partial = $"{copy}.partial";
        try
        {
            OwnerOnly.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(copy))!);
            // VACUUM INTO accepts an existing file when it is empty.
            OwnerOnly.Open(partial, FileMode.Create).Dispose();
            Execute(file, "VACUUM INTO @partial", ("@partial", partial));
            if (Execute(partial, "PRAGMA integrity_check") is not "ok" and var fault)
            {
                throw new BackupRefusedException($"The copy failed the integrity check: {fault}. Check the disk, and {file} itself.");
            }

            Flush(partial);
            File.Move(partial, copy);
        }
        catch (SqliteException fault) when (UnwritableDatabase.IsIn(fault))
        {
            throw new BackupRefusedException(
                $"{file} could not be copied to {copy}: the disk of the copy or of the temporary files is full or read-only, or "
                + $"{file} cannot be read ({fault.Message}). Nothing was left there.",
                fault);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException($"{file} could not be copied to {copy}: {fault.Message}", fault);
        }
        finally
        {
            // File.Delete throws when the folder does not exist.
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    private static string? Execute(string file, string sql, params (string Name, string Value)[] parameters)
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

/// <summary>No backup can be made; the message says why, and what to do.</summary>
public sealed class BackupRefusedException : Exception
{
    /// <summary>The usual message.</summary>
    public BackupRefusedException()
        : this("No backup can be made.")
    {
    }

    /// <summary>Why not, and what to do.</summary>
    public BackupRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A message and the cause.</summary>
    public BackupRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
