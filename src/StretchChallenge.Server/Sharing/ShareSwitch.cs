namespace StretchChallenge.Server.Sharing;

/// <summary>The switch <c>--share</c>: makes the server reachable by colleagues, and runs it as in production.</summary>
internal static class ShareSwitch
{
    private const string Switch = "--share";

    // Production has neither developer pages nor, by default, the demo. Arguments after these go before them.
    private static readonly string[] Settings = ["--Sharing:Enabled=true", "--environment=Production"];

    /// <summary>The arguments as configuration reads them, which knows no switches without a value.</summary>
    public static string[] Expand(string[] args) =>
        args.Any(IsSwitch) ? [.. Settings, .. args.Where(arg => !IsSwitch(arg))] : args;

    private static bool IsSwitch(string arg) => string.Equals(arg, Switch, StringComparison.OrdinalIgnoreCase);
}
