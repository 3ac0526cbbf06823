using StretchChallenge.Domain;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue;
using StretchChallenge.Server.Safety;

namespace StretchChallenge.Server.Days;

/// <summary>Which routines a person does: those of the programme, or with a disc injury the gentle ones, for the same credit.</summary>
internal sealed class DayRoutines(RoutineCatalogue catalogue, SafetyAnswers safety)
{
    /// <summary>The person's routine on a day of the programme, for each variant.</summary>
    public async ValueTask<Func<Variant, Routine>> OfAsync(UserId person, ProgrammeDay day, CancellationToken cancellationToken) =>
        await safety.HasDiscInjuryAsync(person, cancellationToken)
            ? catalogue.GentleFor
            : variant => catalogue.Of(day, variant);

    /// <summary>What the person does when they start this routine in this variant.</summary>
    public async ValueTask<Routine> FitAsync(UserId person, Routine routine, Variant variant, CancellationToken cancellationToken) =>
        !routine.IsGentle && await safety.HasDiscInjuryAsync(person, cancellationToken)
            ? catalogue.GentleFor(variant)
            : routine;
}
