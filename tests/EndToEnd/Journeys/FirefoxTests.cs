using StretchChallenge.EndToEnd.Stage;

namespace StretchChallenge.EndToEnd.Journeys;

/// <summary>The main journeys in Firefox, which Playwright drives only in a version of its own.</summary>
[Collection(SiteTests.Name)]
public sealed class FirefoxTests(FirefoxJourneys journeys) : IClassFixture<FirefoxJourneys>
{
    [Theory]
    [InlineData("sign-up")]
    [InlineData("routine")]
    [InlineData("break")]
    [InlineData("board")]
    [InlineData("wall")]
    [InlineData("reload")]
    public void Journey_InFirefox_LeadsToItsEnd(string name) =>
        Assert.True(journeys.Output.Contains($"{name}: passed", StringComparison.Ordinal), journeys.Output);
}

/// <summary>One run of all journeys, because the browser's start takes longer than any of them.</summary>
public sealed class FirefoxJourneys(Site site) : IAsyncLifetime
{
    /// <summary>What the script wrote: a line for each journey, and what was wrong.</summary>
    public string Output { get; private set; } = "";

    public async Task InitializeAsync() => Output = (await WebScript.RunAsync("firefox", site.Address)).Output;

    public Task DisposeAsync() => Task.CompletedTask;
}
