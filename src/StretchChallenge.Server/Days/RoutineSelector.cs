using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Safety;

namespace StretchChallenge.Server.Days;

/// <summary>Selects a person's routine: the programme's, or a gentle one, for the same credit, if they have a disc injury.</summary>
internal sealed class RoutineSelector(RoutineCatalogue catalogue, SafetyAnswers safety)
{
    /// <summary>The person's routines on a day of the programme, by variant.</summary>
    public async ValueTask<Func<Variant, Routine>> ForDayAsync(UserId person, ProgrammeDay day, CancellationToken cancellationToken) =>
        await safety.HasDiscInjuryAsync(person, cancellationToken)
            ? catalogue.GentleFor
            : variant => catalogue.Of(day, variant);

    /// <summary>The routine that the person does if they start <paramref name="routine" /> in this variant.</summary>
    public async ValueTask<Routine> SubstituteAsync(UserId person, Routine routine, Variant variant, CancellationToken cancellationToken) =>
        !routine.IsGentle && await safety.HasDiscInjuryAsync(person, cancellationToken)
            ? catalogue.GentleFor(variant)
            : routine;
}
