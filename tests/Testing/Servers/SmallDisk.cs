namespace StretchChallenge.Testing.Servers;

/// <summary>
/// A disk of a few megabytes that only one process sees: a tmpfs in a mount namespace of its own. Without root's rights, a user
/// namespace gives the right to mount it.
/// </summary>
/// <param name="folder">An empty folder, which becomes the disk for the process.</param>
/// <param name="size">Its size, such as <c>6m</c>.</param>
public sealed class SmallDisk(string folder, string size)
{
    private const string Filler = "filler";

    /// <summary>Where the process sees it.</summary>
    public string Folder => folder;

    /// <summary>The program that mounts the disk and becomes the process.</summary>
    /// <param name="prepare">A shell command to run before.</param>
    public string[] Launcher(string prepare = "true")
    {
        string[] rights = Environment.IsPrivilegedProcess ? ["-m"] : ["-r", "-m"];
        return ["unshare", .. rights, "sh", "-c", $"mount -t tmpfs -o size={size} none {folder} && {{ {prepare}; }} && exec \"$@\"", "sh"];
    }

    /// <summary>A file of the disk, as other processes reach it.</summary>
    public string Reach(int process, string file) => $"/proc/{process}/root{folder}/{file}";

    /// <summary>Takes all the room that is left.</summary>
    public void Fill(int process)
    {
        var page = new byte[4096];
        using var file = File.OpenHandle(Reach(process, Filler), FileMode.Create, FileAccess.Write);
        try
        {
            for (long at = 0; ; at += page.Length)
            {
                RandomAccess.Write(file, page, at);
            }
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Clear(int process) => File.Delete(Reach(process, Filler));
}
