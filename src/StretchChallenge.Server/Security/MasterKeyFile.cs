using System.Security.Cryptography;

namespace StretchChallenge.Server.Security;

/// <summary>The file in which the master key lies, beside the database, for its owner alone.</summary>
internal static class MasterKeyFile
{
    /// <summary>Reads the key, which is made at the first start.</summary>
    /// <exception cref="InvalidOperationException">The file holds something else.</exception>
    public static MasterKey LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return SecretText.TryRead(File.ReadAllText(path), out var key)
            ? new MasterKey(key)
            : throw new InvalidOperationException(
                $"The file {path} holds no master key ({MasterKey.Size} bytes in base64). Restore it from a backup: "
                + "what was encrypted with it can be read in no other way.");
    }

    // Written aside and moved, so that a crash never leaves half a key; of two starts at once one key stays.
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var aside = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(aside, ForOwnerAlone()))
        {
            file.Write(SecretText.Write(RandomNumberGenerator.GetBytes(MasterKey.Size)));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another start made the key in the meantime: its key is the key.
            File.Delete(aside);
        }
    }

    private static FileStreamOptions ForOwnerAlone()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
