using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue.Routines;

/// <summary>How routines are run (section <c>Routines</c>).</summary>
public sealed class RoutineOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Routines";

    /// <summary>How many times faster than planned every routine runs. It is 1, except in end-to-end tests.</summary>
    public int Pace { get; set; } = 1;

    /// <summary>The routine at this pace. No step is shorter than 1 s.</summary>
    public Routine AtPace(Routine routine) => routine with
    {
        Steps =
        [
            .. routine.Steps.Select(step => step with
            {
                Seconds = Math.Max(1, step.Seconds / Pace),
                GetReadySeconds = step.GetReadySeconds / Pace,
            }),
        ],
    };
}
