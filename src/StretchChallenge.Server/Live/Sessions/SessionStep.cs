using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>One step of a live break, with what a player needs to show it.</summary>
/// <param name="Exercise">The exercise's id.</param>
/// <param name="Name">The exercise's name.</param>
/// <param name="Side">The side that it is for.</param>
/// <param name="Ms">The whole planned time in milliseconds, getting ready included.</param>
/// <param name="GetReadyMs">How much of it, at its beginning, is for getting ready.</param>
/// <param name="Instructions">How it is done.</param>
/// <param name="Cues">Short reminders while it is done.</param>
public sealed record SessionStep(
    string Exercise,
    string Name,
    Side Side,
    long Ms,
    long GetReadyMs,
    ImmutableArray<string> Instructions,
    ImmutableArray<string> Cues)
{
    /// <summary>A step of a routine, over so much time.</summary>
    internal static SessionStep Of(RoutineStepDetails step, long ms, long getReadyMs) =>
        new(step.Exercise, step.Name, step.Side, ms, Math.Min(ms, getReadyMs), step.Instructions, step.Cues);
}
