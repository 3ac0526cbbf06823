namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>Something that an exercise takes.</summary>
public enum Equipment
{
    /// <summary>A steady chair.</summary>
    Chair,

    /// <summary>Two chairs of one height.</summary>
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
