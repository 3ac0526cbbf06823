namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>What an exercise is for.</summary>
public enum Muscle
{
    /// <summary>The back of the thigh.</summary>
    Hamstrings,

    /// <summary>The lower leg.</summary>
    Calves,

    /// <summary>The buttocks.</summary>
    Glutes,

    /// <summary>The front of the hip.</summary>
    HipFlexors,

    /// <summary>The front of the thigh.</summary>
    Quadriceps,

    /// <summary>The low back.</summary>
    LowBack,

    /// <summary>The belly.</summary>
    Abdominals,

    /// <summary>The sides of the belly.</summary>
    Obliques,

    /// <summary>The inside of the thigh.</summary>
    Adductors,

    /// <summary>The shoulders.</summary>
    Shoulders,

    /// <summary>The chest.</summary>
    Chest,

    /// <summary>All of it.</summary>
    WholeBody,

    /// <summary>The breath.</summary>
    Breathing,
}
