namespace StretchChallenge.Server.Sharing;

/// <summary>The switch <c>--share</c>: short for <c>--Sharing:Enabled=true</c>.</summary>
internal static class ShareSwitch
{
    private const string Switch = "--share";
    private const string Setting = "--Sharing:Enabled=true";

    /// <summary>The arguments as configuration reads them, which knows no switches without a value.</summary>
    public static string[] Expand(string[] args) =>
        [.. args.Select(arg => string.Equals(arg, Switch, StringComparison.OrdinalIgnoreCase) ? Setting : arg)];
}
