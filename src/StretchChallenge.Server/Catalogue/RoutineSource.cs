using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue;

/// <summary>A routine as its data file writes it: rounds of a few exercises, each on both sides where it has sides.</summary>
internal sealed record RoutineSource(string Id, string Name, int Rounds, ImmutableArray<RoutineSource.Step> Steps)
{
    /// <summary>The routine, at a pace.</summary>
    public Routine ToRoutine(int pace) => new(
        Id,
        Name,
        [.. Enumerable.Repeat(Steps, Rounds).SelectMany(round => round).SelectMany(step => step.OnEachSide(pace))]);

    /// <summary>One exercise of a round; <c>Sides</c> tells that it is done left and right.</summary>
    internal sealed record Step(string Exercise, bool Sides, int Seconds, int GetReady)
    {
        /// <summary>The step, or one for each side. No step is shorter than a second.</summary>
        public IEnumerable<RoutineStep> OnEachSide(int pace) =>
            (Sides ? new[] { Side.Left, Side.Right } : [Side.Both])
                .Select(side => new RoutineStep(Exercise, side, Math.Max(1, Seconds / pace), GetReady / pace));
    }
}
