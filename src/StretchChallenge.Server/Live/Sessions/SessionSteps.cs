using System.Collections.Immutable;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Live.Sessions;

/// <summary>The steps of rooms, and those of people who do another routine on the room's timeline (rule 28).</summary>
internal sealed class SessionSteps(RoutineCatalogue catalogue)
{
    /// <summary>The room's steps: their times are the session's own, also where the catalogue changed since it was made.</summary>
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

    /// <summary>A routine fitted to a room's timeline.</summary>
    public ImmutableArray<SessionStep> Fitted(Routine own, ImmutableArray<long> times)
    {
        var details = Details(own);
        return [.. RoutineFit.Fit(own.Steps, times.Sum()).Select(fit => SessionStep.Of(details[fit.Step], fit.Length, fit.GetReady))];
    }

    /// <summary>Whether a room's routine suits everybody as it is.</summary>
    public bool IsGentle(string routineId) => catalogue.Find(routineId) is { IsGentle: true };

    private ImmutableArray<RoutineStepDetails> Details(Routine? routine) =>
        routine is null ? [] : [.. routine.Steps.Select(step => RoutineStepDetails.Of(step, catalogue))];
}
