namespace StretchChallenge.Contracts.Sessions;

/// <summary>What people can call into the room.</summary>
public enum ReactionKind
{
    /// <summary>Applause.</summary>
    Clap,

    /// <summary>I like this.</summary>
    Heart,

    /// <summary>This makes me smile.</summary>
    Smile,

    /// <summary>Well done, strong.</summary>
    Strong,

    /// <summary>Hello, or goodbye.</summary>
    Wave,
}
