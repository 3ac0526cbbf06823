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
    private readonly string _version = $"{VersionOf<CatalogueVersion>()}-{VersionOf<Routine>()}-{options.Value.Pace}";

    /// <summary>The tag of every answer from the catalogue in a language.</summary>
    public EntityTagHeaderValue TagIn(string language) => new($"\"{_version}-{language}\"");

    private static string VersionOf<T>() => typeof(T).Module.ModuleVersionId.ToString("N")[..12];
}
