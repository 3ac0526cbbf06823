using System.Collections.Immutable;

namespace StretchChallenge.Server.Catalogue;

/// <summary>An exercise of the catalogue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Steps">How it is done, 3 to 6 short steps.</param>
public sealed record Exercise(string Id, string Name, ImmutableArray<string> Steps);
