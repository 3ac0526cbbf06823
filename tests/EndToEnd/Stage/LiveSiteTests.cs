namespace StretchChallenge.EndToEnd.Stage;

/// <summary>Live breaks have a site of their own, whose server is killed; nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LiveSiteTests : ICollectionFixture<LiveSite>
{
    public const string Name = "Live site";
}
