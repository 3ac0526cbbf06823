using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The programme of the eight weeks.</summary>
public sealed record EightWeeks(ImmutableArray<ProgrammeWeek> Weeks);

/// <summary>A week of the programme.</summary>
/// <param name="Week">1 to 8.</param>
/// <param name="Block">The block of two weeks, 1 to 4.</param>
/// <param name="HoldSeconds">The hold time of stretches in seconds.</param>
/// <param name="Stretches">The ids of the block's main stretches.</param>
/// <param name="Core">The ids of the block's main core exercises.</param>
/// <param name="Routines">The routines of the first day of a challenge and of every second day from then on.</param>
/// <param name="Alternate">The routines of the other days.</param>
public sealed record ProgrammeWeek(
    int Week,
    int Block,
    int HoldSeconds,
    ImmutableArray<string> Stretches,
    ImmutableArray<string> Core,
    VariantRoutines Routines,
    VariantRoutines Alternate)
{
    /// <summary>A week of a block with these exercises.</summary>
    public static ProgrammeWeek Of(int week, ImmutableArray<string> stretches, ImmutableArray<string> core) => new(
        week,
        ChallengeSchedule.BlockOf(week),
        ChallengeSchedule.HoldSeconds(week),
        stretches,
        core,
        VariantRoutines.Of(new ProgrammeDay(week, LineUp.A).RoutineId),
        VariantRoutines.Of(new ProgrammeDay(week, LineUp.B).RoutineId));
}

/// <summary>The ids of the routines for one day, by variant. All variants count the same.</summary>
public sealed record VariantRoutines(string Desk, string Mat, string Seated)
{
    /// <summary>The ids that a rule gives for each variant.</summary>
    public static VariantRoutines Of(Func<Variant, string> idFor) =>
        new(idFor(Variant.Desk), idFor(Variant.Mat), idFor(Variant.Seated));
}
