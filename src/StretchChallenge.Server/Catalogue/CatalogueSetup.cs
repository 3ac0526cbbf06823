namespace StretchChallenge.Server.Catalogue;

/// <summary>The routines that people do.</summary>
internal static class CatalogueSetup
{
    /// <summary>Adds the catalogue, read from its data files when the server starts.</summary>
    public static void AddCatalogue(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RoutineOptions>()
            .BindConfiguration(RoutineOptions.Section)
            .Validate(options => options.Pace >= 1, $"{RoutineOptions.Section}:Pace is 1 or more.")
            .ValidateOnStart();
        builder.Services.AddSingleton<RoutineCatalogue>();
    }

    /// <summary>Maps <c>/api/routines</c>.</summary>
    public static void MapCatalogue(this RouteGroupBuilder api)
    {
        var routines = api.MapGroup("/routines").WithTags("Catalogue").AllowAnonymous();
        routines.MapGet("", CatalogueEndpoints.List);
        routines.MapGet("/{id}", CatalogueEndpoints.Get);
    }
}
