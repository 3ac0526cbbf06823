namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>How the body is held in an exercise.</summary>
public enum Position
{
    /// <summary>On the feet.</summary>
    Standing,

    /// <summary>On a chair or a ball.</summary>
    Seated,

    /// <summary>Sitting, kneeling or on all fours on the floor.</summary>
    Floor,

    /// <summary>Lying down.</summary>
    Lying,
}
