using System.Globalization;
using Microsoft.Playwright;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>The built server with the built web client and a database of its own, and a browser to visit it with.</summary>
public class Site : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quiet =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("stretch-site-");
    private readonly List<NetworkLink> _lines = [];
    private readonly int _pace;
    private ServerProcess? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A site where everybody is quick: a routine takes a few seconds.</summary>
    public Site()
        : this(pace: 1000)
    {
    }

    /// <summary>A site where time passes so many times faster. A fixture may have one public constructor alone.</summary>
    protected Site(int pace) => _pace = pace;

    /// <summary>Where the site is.</summary>
    public Uri Address => _server?.Address ?? throw new InvalidOperationException("The server has not been started.");

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async Task InitializeAsync()
    {
        // The browser's own timeout: machines that build and test at once are slow.
        Assertions.SetDefaultExpectTimeout(30_000);
        await StartServerAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        foreach (var line in _lines)
        {
            await line.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    /// <summary>Kills the server and starts it again, with all that it had committed. Browsers reach it by lines alone.</summary>
    public async Task KillAndRestartAsync()
    {
        _server!.Kill();
        await _server.WaitForExitAsync();
        await _server.DisposeAsync();
        await StartServerAsync();
    }

    /// <summary>A network for one browser, that can be cut, and that finds the server wherever it is.</summary>
    public NetworkLink Lay()
    {
        var line = new NetworkLink(() => Address);
        _lines.Add(line);
        return line;
    }

    /// <summary>A browser of somebody who was never here, at a desk or with a phone, where it is about noon.</summary>
    public Task<IBrowserContext> VisitAsync(
        Device device = Device.Desk,
        ColorScheme colours = ColorScheme.Light,
        NetworkLink? line = null,
        bool keeps = false,
        string locale = "en-GB") =>
        Browser.NewContextAsync(new()
        {
            BaseURL = (line?.Address ?? Address).ToString(),
            // A browser that keeps the client fetches all of it: for the journeys that are about just this.
            ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            TimezoneId = NoonZone.Id,
            Locale = locale,
            ColorScheme = colours,
            ViewportSize = device == Device.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            IsMobile = device == Device.Phone,
            HasTouch = device == Device.Phone,
        });

    private async Task StartServerAsync() => _server = await ServerProcess.StartAsync(new Dictionary<string, string?>
    {
        // The files of a build, which is not yet published, are served in Development alone.
        ["environment"] = "Development",
        ["ConnectionStrings:Ledger"] = $"Data Source={_data.FullName}/ledger.db",
        ["Routines:Pace"] = _pace.ToString(CultureInfo.InvariantCulture),
        ["Demo:Enabled"] = "true",
        ["Demo:Round"] = "00:01:00",
    });
}

/// <summary>A site whose routines are short, but long enough for people to come late, be cut off and come back.</summary>
public sealed class LiveSite() : Site(pace: 4);

/// <summary>All journeys lead through one site.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<Site>
{
    public const string Name = "Site";
}

/// <summary>Live breaks have a site of their own, whose server is killed; nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LiveSiteTests : ICollectionFixture<LiveSite>
{
    public const string Name = "Live site";
}

/// <summary>What somebody looks at the site with.</summary>
public enum Device
{
    /// <summary>A wide screen and a mouse.</summary>
    Desk,

    /// <summary>A narrow screen that is touched.</summary>
    Phone,
}
