using System.Collections.Immutable;

namespace StretchChallenge.Domain.Programme;

/// <summary>A way to do a day's routine; all count the same.</summary>
public enum Variant
{
    /// <summary>Beside a desk in office clothes, without lying down.</summary>
    Desk,

    /// <summary>Where there is room to lie down.</summary>
    Mat,

    /// <summary>On a chair, without standing up.</summary>
    Seated,
}

/// <summary>The side of the body that a step is for.</summary>
public enum Side
{
    /// <summary>Both at once, or none in particular.</summary>
    Both,

    /// <summary>The left.</summary>
    Left,

    /// <summary>The right.</summary>
    Right,
}

/// <summary>One step of a routine.</summary>
/// <param name="Exercise">The exercise's id in the catalogue.</param>
/// <param name="Side">The side of the body.</param>
/// <param name="Seconds">How long the exercise is done.</param>
/// <param name="GetReadySeconds">The time before it to get into position.</param>
public sealed record RoutineStep(string Exercise, Side Side, int Seconds, int GetReadySeconds)
{
    /// <summary>The step's planned time in seconds, getting ready included.</summary>
    public int PlannedSeconds => Seconds + GetReadySeconds;
}

/// <summary>A guided routine.</summary>
/// <param name="Id">Its id in the catalogue.</param>
/// <param name="Name">Its name.</param>
/// <param name="Steps">The steps in order, each longer than 0 seconds.</param>
public sealed record Routine(string Id, string Name, ImmutableArray<RoutineStep> Steps)
{
    /// <summary>The variants in which it can be done; every routine can be done on a mat.</summary>
    public ImmutableArray<Variant> Variants { get; init; } = [Variant.Mat];

    /// <summary>Whether it is suitable for somebody with a disc injury.</summary>
    public bool IsGentle { get; init; }

    /// <summary>The planned time of all steps in seconds, getting ready included.</summary>
    public int PlannedSeconds => Steps.Sum(step => step.PlannedSeconds);
}

/// <summary>The routines that people with a disc injury do on every day: without hamstring stretches, for the same credit.</summary>
public static class GentleRoutines
{
    /// <summary>The id of the gentle routine on a mat.</summary>
    public const string MatRoutineId = "gentle";

    /// <summary>The id of the gentle routine at a desk, which is done sitting.</summary>
    public const string DeskRoutineId = "gentle-desk";

    /// <summary>The id of the gentle routine in a variant.</summary>
    public static string IdFor(Variant variant) => variant switch
    {
        Variant.Mat => MatRoutineId,
        Variant.Desk or Variant.Seated => DeskRoutineId,
    };
}
