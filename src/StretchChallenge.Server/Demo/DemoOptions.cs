namespace StretchChallenge.Server.Demo;

/// <summary>The demo challenge (section <c>Demo</c>).</summary>
public sealed class DemoOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Demo";

    /// <summary>Whether there is one: on by default in Development.</summary>
    public bool Enabled { get; set; }

    /// <summary>Over how long the simulated colleagues check in, once around.</summary>
    public TimeSpan Round { get; set; } = TimeSpan.FromMinutes(10);
}
