using StretchChallenge.EndToEnd.Stage;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>A first visit is quick on any network: no route loads more than its budget.</summary>
[Collection(SiteTests.Name)]
public sealed class FirstLoadTests(Site site)
{
    [Fact]
    public async Task Routes_VisitedFirst_KeepToTheBudget()
    {
        var (exitCode, output) = await WebScript.RunAsync("budget", site.Address, "--gates");
        Assert.True(exitCode == 0, output);
    }
}
