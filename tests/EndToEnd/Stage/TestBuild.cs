using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>
/// A build of the client for tests alone: with the pages for developers, and with a third language, where each English
/// message is longer, accented and in brackets. What the server answers stays English.
/// </summary>
public sealed class TestBuild(Site site) : IAsyncLifetime
{
    /// <summary>The third language, as in <c>scripts/test-build.mjs</c>.</summary>
    public const string Language = "pl";

    // Wider than its box, where nothing scrolls it.
    private const string CutOff =
        """
        () => {
            const hasText = ({ childNodes }) =>
                [...childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
            const isCut = (element) =>
                element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && hasText(element)
                && !['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
                && !element.closest('.visually-hidden, #svelte-announcer, svg, option');
            return [...document.querySelectorAll('body *')].filter(isCut).map(({ outerHTML }) => `cut off: ${outerHTML.slice(0, 160)}`);
        }
        """;

    // Dates have digits; languages are named in themselves, in elements with their code.
    private const string Untranslated =
        """
        (data) => {
            const elsewhere = 'script, noscript, #old-browser, option, [lang]:not(html)';
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const texts = new Set();
            while (walker.nextNode()) {
                const { data: text, parentElement } = walker.currentNode;
                if (!parentElement.closest(elsewhere)) texts.add(text.trim());
            }
            return [...texts]
                .filter((text) => /\p{L}{3}/u.test(text) && !/[áçéîñöûýž\d]/.test(text) && !data.some((known) => known.includes(text)))
                .map((text) => `untranslated: ${text}`);
        }
        """;

    private static readonly int[] Widths = [320, 1280];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-client-");

    private string Files => Path.Combine(_folder.FullName, "site");

    public async Task InitializeAsync()
    {
        var (exitCode, output) = await WebScript.RunAsync("test-build", site.Address, _folder.FullName);
        Assert.True(exitCode == 0, output);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Shows this build in place of the server's, from the next visit on.</summary>
    public async Task ServeAsync(IPage page)
    {
        // The server's own build would reload itself once a part of it were missing.
        await page.GotoAsync("about:blank");
        await page.RouteAsync("**/*", route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath;
            var file = Path.Combine(Files, path.TrimStart('/'));
            return path.StartsWith("/api/", StringComparison.Ordinal)
                ? route.FallbackAsync()
                : route.FulfillAsync(new() { Path = File.Exists(file) ? file : Path.Combine(Files, "index.html") });
        });
    }

    /// <summary>
    /// Fails where the page scrolls sideways, cuts off a text, or shows one that is neither translated nor among what the
    /// server answered; on a small phone and at a desk.
    /// </summary>
    public static async Task AssertFitsAsync(IPage page, IEnumerable<string> answers)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        List<string> found = [];
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 640);
            string[] misfits = [.. await Axe.OverflowAsync(page), .. await page.EvaluateAsync<string[]>(CutOff)];
            found.AddRange(misfits.Select(misfit => $"{width}: {misfit}"));
        }

        found.AddRange(await page.EvaluateAsync<string[]>(Untranslated, answers));
        Assert.True(found.Count == 0, $"{page.Url}\n{string.Join('\n', found)}");
    }
}
