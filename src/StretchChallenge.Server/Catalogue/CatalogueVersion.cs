using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Server.Catalogue.Routines;

namespace StretchChallenge.Server.Catalogue;

/// <summary>
/// Tells answers of one catalogue from those of another. The data files are part of the program, so its build is the
/// version of all of them; nodes of one build agree.
/// </summary>
internal sealed class CatalogueVersion(IOptions<RoutineOptions> options)
{
    /// <summary>The tag of every answer from the catalogue.</summary>
    public EntityTagHeaderValue Tag { get; } =
        new($"\"{VersionOf<CatalogueVersion>()}-{VersionOf<Routine>()}-{options.Value.Pace}\"");

    private static string VersionOf<T>() => typeof(T).Module.ModuleVersionId.ToString("N")[..12];
}
