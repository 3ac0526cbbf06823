namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>How an exercise works.</summary>
public enum ExerciseKind
{
    /// <summary>A stretch that is held still.</summary>
    Static,

    /// <summary>A stretch in movement, without a bounce.</summary>
    Dynamic,

    /// <summary>Proprioceptive neuromuscular facilitation: contract and relax in turn.</summary>
    Pnf,

    /// <summary>A strength exercise.</summary>
    Strength,

    /// <summary>A warm-up.</summary>
    WarmUp,

    /// <summary>A replacement where stretching would be harmful.</summary>
    Alternative,
}

/// <summary>The position of the body in an exercise.</summary>
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

/// <summary>Equipment that an exercise needs.</summary>
public enum Equipment
{
    /// <summary>A steady chair.</summary>
    Chair,

    /// <summary>Two chairs of the same height.</summary>
    TwoChairs,

    /// <summary>A desk.</summary>
    Desk,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A free wall.</summary>
    Wall,

    /// <summary>A mat.</summary>
    Mat,

    /// <summary>A strap or a towel.</summary>
    Strap,

    /// <summary>Two yoga blocks.</summary>
    Blocks,

    /// <summary>An exercise ball.</summary>
    Ball,

    /// <summary>A foam roller.</summary>
    Roller,

    /// <summary>An elastic band.</summary>
    Band,

    /// <summary>A pillow.</summary>
    Pillow,

    /// <summary>Another person.</summary>
    Partner,

    /// <summary>Something steady to hold on to.</summary>
    Support,
}

/// <summary>A muscle group, or another target, of an exercise.</summary>
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

    /// <summary>The whole body.</summary>
    WholeBody,

    /// <summary>Breathing.</summary>
    Breathing,
}
