namespace StretchChallenge.Testing.Servers;

/// <summary>Where the server's build lies.</summary>
internal static class ServerFolder
{
    /// <summary>The assembly to start there.</summary>
    public const string Assembly = "StretchChallenge.Server.dll";

    // tests/<Project>/bin/<Configuration>/<framework>/ mirrors src/StretchChallenge.Server/bin/…
    /// <summary>The build of the same configuration as the tests'.</summary>
    public static string Path
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return System.IO.Path.GetFullPath(
                $"../../../../../src/StretchChallenge.Server/bin/{own.Parent!.Name}/{own.Name}", AppContext.BaseDirectory);
        }
    }
}
