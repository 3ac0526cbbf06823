using System.Collections.Immutable;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The three ways to do a day's routine, which count the same.</summary>
public static class Variants
{
    /// <summary><c>desk</c>: in office clothes, no floor; <c>mat</c>; <c>seated</c>.</summary>
    public static ImmutableArray<string> All { get; } = ["desk", "mat", "seated"];
}
