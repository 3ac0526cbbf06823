namespace StretchChallenge.Storage.Hosting;

/// <summary>Files and folders that only the program's own user may read (modes 0600 and 0700; Windows inherits its own rights).</summary>
public static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Creates the folder. One that exists stays as it is: others may have been given access to it on purpose.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Folder);
        }
    }

    /// <summary>Opens a file for writing; if that creates it, its mode is 0600 from the first moment.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Takes the rights of others from a file of ours, if there is one and it belongs to this user.</summary>
    public static void Tighten(string path)
    {
        if (OperatingSystem.IsWindows() || !System.IO.File.Exists(path) || (System.IO.File.GetUnixFileMode(path) & ~File) == 0)
        {
            return;
        }

        try
        {
            System.IO.File.SetUnixFileMode(path, File);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            // Another user's file, or a read-only disk: whether it can be used at all shows when it is opened.
        }
    }
}
