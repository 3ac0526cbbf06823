namespace StretchChallenge.Server.Catalogue;

/// <summary>How routines are run (section <c>Routines</c>).</summary>
public sealed class RoutineOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Routines";

    /// <summary>How many times faster than planned every routine runs: 1 for people, more for tests of the whole walk.</summary>
    public int Pace { get; set; } = 1;
}
