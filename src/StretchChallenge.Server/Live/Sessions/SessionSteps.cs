using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>The steps of sessions, and those of people who do another routine on a session's timeline (rule 28).</summary>
internal sealed class SessionSteps(RoutineCatalogue catalogue)
{
    /// <summary>The session's steps. Their times are those stored with the session, because the catalogue may have changed since.</summary>
    public ImmutableArray<SessionStep> Of(string routineId, ImmutableArray<long> times)
    {
        var details = Details(catalogue.Find(routineId));
        return
        [
            .. times.Select((ms, index) => index < details.Length
                ? SessionStep.Of(details[index], ms, details[index].GetReady * 1000L)
                : new SessionStep("", "", Side.Both, ms, 0, [], [])),
        ];
    }

    /// <summary>A routine fitted to a session's timeline.</summary>
    public ImmutableArray<SessionStep> Fitted(Routine own, ImmutableArray<long> times)
    {
        var details = Details(own);
        return [.. RoutineFit.Fit(own.Steps, times.Sum()).Select(fit => SessionStep.Of(details[fit.Step], fit.Length, fit.GetReady))];
    }

    /// <summary>Whether a session's routine is a gentle one, so that nobody needs other steps.</summary>
    public bool IsGentle(string routineId) => catalogue.Find(routineId) is { IsGentle: true };

    private ImmutableArray<RoutineStepDetails> Details(Routine? routine) =>
        routine is null ? [] : [.. routine.Steps.Select(step => RoutineStepDetails.Of(step, catalogue))];
}

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
