namespace StretchChallenge.Domain.Teams;

/// <summary>The colours of teams. A colour is never the only sign: the name stands beside it.</summary>
public enum TeamColour
{
    /// <summary>A clear blue.</summary>
    Sky,

    /// <summary>An orange red.</summary>
    Coral,

    /// <summary>A purple.</summary>
    Plum,

    /// <summary>A yellow brown.</summary>
    Ochre,

    /// <summary>A green blue.</summary>
    Lagoon,

    /// <summary>A pink.</summary>
    Rose,

    /// <summary>A yellow green.</summary>
    Moss,

    /// <summary>A blue grey.</summary>
    Slate,

    /// <summary>A violet blue.</summary>
    Indigo,

    /// <summary>A red brown.</summary>
    Brick,

    /// <summary>A deep green.</summary>
    Fern,

    /// <summary>A magenta.</summary>
    Berry,
}

/// <summary>Which colour a new team gets.</summary>
public static class TeamColours
{
    private static readonly TeamColour[] All = Enum.GetValues<TeamColour>();

    /// <summary>The colour of the team that is made after <paramref name="before" /> others: each in turn, then from the first again.</summary>
    public static TeamColour ForNext(int before) => All[before % All.Length];
}
