using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Server.Catalogue.Exercises;
using StretchChallenge.Server.Catalogue.Reading;
using StretchChallenge.Server.Catalogue.Routines;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Catalogue;

/// <summary>The exercises, the routines that people do, and the programme of the eight weeks.</summary>
internal static class CatalogueSetup
{
    /// <summary>Adds the catalogue.</summary>
    public static void AddCatalogue(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RoutineOptions>()
            .BindConfiguration(RoutineOptions.Section)
            .Validate(options => options.Pace >= 1, $"{RoutineOptions.Section}:Pace is 1 or more.")
            .ValidateOnStart();
        builder.Services.AddSingleton(_ => CatalogueFiles.Embedded());
        builder.Services.AddSingleton<RoutineCatalogue>();
        builder.Services.AddSingleton<CatalogueETag>();
    }

    /// <summary>Reads the catalogue before the server starts.</summary>
    /// <exception cref="CatalogueException">The data files have errors; the message lists all of them.</exception>
    public static void ReadCatalogue(this WebApplication app) => app.Services.GetRequiredService<RoutineCatalogue>();

    /// <summary>Maps <c>/api/exercises</c>, <c>/api/routines</c> and <c>/api/programme</c>.</summary>
    public static void MapCatalogue(this RouteGroupBuilder api)
    {
        var catalogue = api.MapGroup("").WithTags("Catalogue").AllowAnonymous().WithEntityTags();
        catalogue.MapGet("/exercises", ExerciseEndpoints.List);
        catalogue.MapGet("/exercises/{id}", ExerciseEndpoints.Get).ProducesProblems(RefusalKind.NotFound);
        catalogue.MapGet("/routines", RoutineEndpoints.List);
        catalogue.MapGet("/routines/{id}", RoutineEndpoints.Get).ProducesProblems(RefusalKind.NotFound);
        catalogue.MapGet("/programme", (RoutineCatalogue content) => TypedResults.Ok(content.Programme));
    }
}
