namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>The way in which an exercise works.</summary>
public enum ExerciseKind
{
    /// <summary>A stretch that is held still.</summary>
    Static,

    /// <summary>A stretch in movement, without a bounce.</summary>
    Dynamic,

    /// <summary>Pressing and letting go in turn (contract and relax).</summary>
    Pnf,

    /// <summary>It makes stronger.</summary>
    Strength,

    /// <summary>It warms up.</summary>
    WarmUp,

    /// <summary>What is done instead where stretching would be wrong.</summary>
    Alternative,
}
