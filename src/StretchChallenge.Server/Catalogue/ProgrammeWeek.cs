using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Server.Catalogue;

/// <summary>A week of the programme.</summary>
/// <param name="Week">1 to 8.</param>
/// <param name="Block">The block of two weeks, 1 to 4.</param>
/// <param name="HoldSeconds">How long a stretch is held in it.</param>
/// <param name="Stretches">The ids of the stretches that its block is about.</param>
/// <param name="Core">The ids of the core exercises that its block is about.</param>
/// <param name="Routines">The routines of the first day of a challenge and of every second day from then on.</param>
/// <param name="Alternate">The routines of the days between.</param>
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
