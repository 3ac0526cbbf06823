namespace StretchChallenge.Storage.Moving;

/// <summary>Names in SQL.</summary>
internal static class Sql
{
    /// <summary>The name as both engines take it, whatever words they keep for themselves.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
