namespace StretchChallenge.Testing;

/// <summary>The folder that the tests were built in, wherever in it their assemblies lie.</summary>
public static class Repository
{
    private static readonly string Own = AppContext.BaseDirectory;
    private static readonly int Tests = Own.LastIndexOf("/tests/", StringComparison.Ordinal);

    /// <summary>The path of something in it.</summary>
    public static string PathOf(string relative) => Path.Combine(Own[..Tests], relative);

    /// <summary>Where another project was built as this one was: its <c>bin</c> mirrors ours, whatever the build.</summary>
    public static string OutputOf(string project) => PathOf(project) + Own[Own.IndexOf("/bin/", Tests, StringComparison.Ordinal)..];
}
