using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using StretchChallenge.Testing;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>
/// The browsers of one test. Where it fails, what they showed is kept, and the failure says where. With <c>STRETCH_TRACES=1</c>
/// a trace of each is kept too.
/// </summary>
public abstract class Journey(Site site) : IAsyncLifetime
{
    /// <summary>A script that ends once the service worker keeps all exercises and routines, and the programme.</summary>
    protected const string KeepsCatalogue =
        """
        async () => {
            for (;;) {
                const names = (await caches.keys()).filter((name) => name.startsWith('catalogue-'));
                const sizes = names.map(async (name) => (await (await caches.open(name)).keys()).length);
                if ((await Promise.all(sizes)).some((size) => size > 60)) return;
                await new Promise((resolve) => setTimeout(resolve, 100));
            }
        }
        """;

    // artifacts/ of the repository, which is not part of it.
    private static readonly string Evidence = Repository.PathOf("artifacts/end-to-end");

    // A trace takes as much time again as its journey.
    private static readonly bool _traces = Environment.GetEnvironmentVariable("STRETCH_TRACES") == "1";

    private readonly List<IBrowserContext> _visits = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var visit in _visits)
        {
            await visit.DisposeAsync();
        }
    }

    /// <summary>A page in a browser of somebody who was never here.</summary>
    protected async Task<IPage> VisitAsync(
        Device device = Device.Desk,
        ColorScheme colours = ColorScheme.Light,
        NetworkLink? line = null,
        bool keeps = false,
        string locale = "en-GB")
    {
        var visit = await site.VisitAsync(device, colours, line, keeps, locale);
        _visits.Add(visit);
        if (_traces)
        {
            await visit.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        }

        return await visit.NewPageAsync();
    }

    /// <summary>Makes the journey.</summary>
    protected async Task TravelAsync(Func<Task> journey, string detail = "", [CallerMemberName] string name = "")
    {
        try
        {
            await journey();
        }
        catch (Exception exception)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Evidence, name + detail)).FullName;
            await KeepAsync(folder);
            throw new InvalidOperationException($"{exception.Message}\nWhat its browsers showed: {folder}", exception);
        }
    }

    private async Task KeepAsync(string folder)
    {
        foreach (var (number, visit) in _visits.Index())
        {
            foreach (var page in visit.Pages)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{number + 1}.png"), FullPage = true });
            }

            if (_traces)
            {
                await visit.Tracing.StopAsync(new() { Path = Path.Combine(folder, $"{number + 1}.zip") });
            }
        }
    }
}
