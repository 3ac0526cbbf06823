using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>What a screen reader says of a page by itself: every new text of its live regions, in order.</summary>
internal static class LiveRegions
{
    private const string Record =
        """
        window.heard = [];
        const said = new WeakMap();
        const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
        const listen = () => {
            for (const region of document.querySelectorAll(regions)) {
                // Kit's own says the titles of pages.
                if (region.id === 'svelte-announcer') continue;
                const text = region.textContent.trim();
                if (said.get(region) === text) continue;
                said.set(region, text);
                if (text) window.heard.push(text);
            }
        };
        new MutationObserver(listen).observe(document, { subtree: true, childList: true, characterData: true });
        """;

    // A timer that is told at every second would drown all else.
    private const string Silent =
        """
        (timer) => timer.getAttribute('aria-live') === 'off'
            && timer.parentElement.closest('[role=status], [role=alert], [aria-live]') === null
        """;

    /// <summary>Listens from the next page load on.</summary>
    public static Task ListenAsync(IPage page) => page.AddInitScriptAsync(Record);

    /// <summary>What was said since that load.</summary>
    public static Task<string[]> HeardAsync(IPage page) => page.EvaluateAsync<string[]>("window.heard");

    /// <summary>The same from this text on.</summary>
    public static async Task<string[]> HeardAsync(IPage page, string from) => [.. (await HeardAsync(page)).SkipWhile(text => text != from)];

    /// <summary>Whether the countdown itself says nothing.</summary>
    public static Task<bool> IsSilentAsync(ILocator timer) => timer.EvaluateAsync<bool>(Silent);
}
