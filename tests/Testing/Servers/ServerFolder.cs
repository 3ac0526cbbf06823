namespace StretchChallenge.Testing.Servers;

/// <summary>Where the server's build lies.</summary>
public static class ServerFolder
{
    /// <summary>The assembly to start there.</summary>
    public const string Assembly = "StretchChallenge.Server.dll";

    /// <summary>The build of the same configuration as the tests'.</summary>
    public static string Path => Repository.OutputOf("src/StretchChallenge.Server");
}
