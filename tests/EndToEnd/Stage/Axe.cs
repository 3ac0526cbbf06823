using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>Looks a page over with axe-core: wide and narrow, light and dark.</summary>
internal static class Axe
{
    private const string Audit =
        """
        async () => {
            const { violations } = await axe.run();
            return violations.map(({ impact, id, nodes }) =>
                `${impact} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        }
        """;

    // What scrolls within itself may reach beyond the edge; the page may not.
    private const string Overflow =
        """
        () => {
            if (document.documentElement.scrollWidth <= innerWidth) return [];
            const wide = [...document.querySelectorAll('body *')]
                .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 3);
            return [`wider than the screen: ${wide.map(({ outerHTML }) => outerHTML.slice(0, 120)).join(' | ')}`];
        }
        """;

    // A script tag would be stopped by the content security policy.
    private static readonly string Source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    private static readonly PageViewportSizeResult[] Sizes =
        [new() { Width = 1280, Height = 800 }, new() { Width = 320, Height = 640 }];

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Fails where it finds anything on the page as it stands, in whatever size and colours.</summary>
    public static async Task AuditAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync(Source);
        var own = page.ViewportSize!;
        List<string> found = [];
        foreach (var size in Sizes)
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            foreach (var scheme in Schemes)
            {
                // Without motion no colour is looked at on its way to another.
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var violations = await page.EvaluateAsync<string[]>(Audit);
                found.AddRange(violations.Select(violation => $"{size.Width} {scheme}: {violation}"));
            }

            var wide = await OverflowAsync(page);
            found.AddRange(wide.Select(each => $"{size.Width}: {each}"));
        }

        await page.SetViewportSizeAsync(own.Width, own.Height);
        Assert.True(found.Count == 0, $"{page.Url}\n{string.Join('\n', found)}");
    }

    /// <summary>What makes the page wider than the screen.</summary>
    public static Task<string[]> OverflowAsync(IPage page) => page.EvaluateAsync<string[]>(Overflow);

    /// <summary>Goes to an address, waits for its heading, and looks it over.</summary>
    public static async Task AuditAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
        await AuditAsync(page);
    }
}
