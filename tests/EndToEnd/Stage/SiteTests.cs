namespace StretchChallenge.EndToEnd.Stage;

/// <summary>All journeys lead through one site.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<Site>
{
    public const string Name = "Site";
}
