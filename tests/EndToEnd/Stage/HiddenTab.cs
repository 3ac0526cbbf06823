using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>
/// A tab that can be hidden. Headless browsers have no hidden tabs, so the page is told that it is one, and its timers fire
/// at full minutes alone, as Chromium's do in a tab that was hidden for five minutes.
/// </summary>
internal static class HiddenTab
{
    private const string Script =
        """
        (() => {
            const MINUTE = 60_000;
            let isHidden = false;
            const { setTimeout: once, setInterval: often } = window;
            const rest = (ms) => MINUTE - ((Date.now() + ms) % MINUTE) + ms;
            window.setTimeout = (act, ms = 0, ...args) => once(act, isHidden ? rest(ms) : ms, ...args);
            window.setInterval = (act, ms, ...args) => often(() => isHidden || act(...args), ms);
            Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
            window.hideTab = (hidden) => {
                isHidden = hidden;
                document.dispatchEvent(new Event('visibilitychange'));
            };
        })();
        """;

    /// <summary>Call before the page is loaded.</summary>
    public static Task PrepareAsync(IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>Hides the tab.</summary>
    public static Task HideAsync(IPage page) => page.EvaluateAsync("hideTab(true)");

    /// <summary>Shows it again.</summary>
    public static Task ShowAsync(IPage page) => page.EvaluateAsync("hideTab(false)");
}
