namespace StretchChallenge.Testing;

/// <summary>Where it is about noon: tests of a whole server, which runs by the real clock, see no midnight there.</summary>
public static class NoonZone
{
    /// <summary>The IANA name. Its signs are those of POSIX: west of Greenwich is positive.</summary>
    public static string Id { get; } = Hours == 0 ? "Etc/UTC" : $"Etc/GMT{-Hours:+0;-0}";

    /// <summary>The date there.</summary>
    public static DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(Hours));

    private static int Hours => 12 - TimeProvider.System.GetUtcNow().Hour;
}
