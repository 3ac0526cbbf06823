using Microsoft.Playwright;
using StretchChallenge.Testing;
using StretchChallenge.Testing.Servers;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>The built server with the built web client and a database of its own, and a browser to visit it with.</summary>
public sealed class Site : IAsyncLifetime
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
    private ServerProcess? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the site is.</summary>
    public Uri Address => _server?.Address ?? throw new InvalidOperationException("The server has not been started.");

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async Task InitializeAsync()
    {
        // The browser's own patience: machines that build and test at once are slow.
        Assertions.SetDefaultExpectTimeout(30_000);
        _server = await ServerProcess.StartAsync(new Dictionary<string, string?>
        {
            // The files of a build, which is not yet published, are served in Development alone.
            ["environment"] = "Development",
            ["ConnectionStrings:Ledger"] = $"Data Source={_data.FullName}/ledger.db",
            ["Routines:Pace"] = "1000",
            ["Demo:Enabled"] = "true",
            ["Demo:Round"] = "00:01:00",
        });
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
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _data.Delete(recursive: true);
    }

    /// <summary>A browser of somebody who was never here, at a desk or with a phone, where it is about noon.</summary>
    public Task<IBrowserContext> VisitAsync(Device device = Device.Desk, ColorScheme colours = ColorScheme.Light) =>
        Browser.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            TimezoneId = NoonZone.Id,
            Locale = "en-GB",
            ColorScheme = colours,
            ViewportSize = device == Device.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            IsMobile = device == Device.Phone,
            HasTouch = device == Device.Phone,
        });
}
