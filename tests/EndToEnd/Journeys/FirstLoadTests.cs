using StretchChallenge.EndToEnd.Stage;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A first visit is quick on any network: no route loads more script than its limit.</summary>
[Collection(SiteTests.Name)]
public sealed class FirstLoadTests(Site site)
{
    [Fact]
    public async Task Routes_VisitedFirst_LoadNoMoreThanTheirLimit()
    {
        var (exitCode, output) = await WebScript.RunAsync("first-load", site.Address);
        Assert.True(exitCode == 0, output);
    }
}
