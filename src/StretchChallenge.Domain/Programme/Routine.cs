using System.Collections.Immutable;

namespace StretchChallenge.Domain.Programme;

/// <summary>A guided routine: steps in their order.</summary>
/// <param name="Id">Its id in the catalogue.</param>
/// <param name="Name">Its name.</param>
/// <param name="Steps">The steps, each longer than 0 seconds.</param>
public sealed record Routine(string Id, string Name, ImmutableArray<RoutineStep> Steps)
{
    /// <summary>The variants in which it can be done; on a mat everything can.</summary>
    public ImmutableArray<Variant> Variants { get; init; } = [Variant.Mat];

    /// <summary>Whether it suits a disc injury.</summary>
    public bool IsGentle { get; init; }

    /// <summary>The planned time of all steps.</summary>
    public int PlannedSeconds => Steps.Sum(step => step.PlannedSeconds);

    /// <summary>The planned time of some steps, by index; each counts once, indexes that do not exist count nothing (rule 11).</summary>
    public int SecondsOf(IEnumerable<int> steps) =>
        steps.Distinct().Where(index => index >= 0 && index < Steps.Length).Sum(index => Steps[index].PlannedSeconds);
}
