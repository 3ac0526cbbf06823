using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>Notes what a page must never do: ask another site for anything, or break its content security policy.</summary>
internal sealed class PageMonitor
{
    private readonly ConcurrentQueue<string> _faults = new();

    private PageMonitor()
    {
    }

    /// <summary>What was noted.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Watches a page from now on, whatever it comes to show.</summary>
    public static async Task<PageMonitor> OfAsync(IPage page, Uri site)
    {
        var watchman = new PageMonitor();
        page.Request += (_, request) => watchman.NoteUnless(IsOwn(new Uri(request.Url), site), $"asked for {request.Url}");
        page.WebSocket += (_, socket) => watchman.NoteUnless(new Uri(socket.Url).Authority == site.Authority, $"connected to {socket.Url}");
        page.PageError += (_, error) => watchman._faults.Enqueue($"threw {error}");
        page.Console += (_, message) => watchman.NoteUnless(
            message.Type != "error" || message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), $"said {message.Text}");
        await page.ExposeFunctionAsync("noteViolation", (string what) => watchman._faults.Enqueue($"was refused {what}"));
        await page.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', (e) => noteViolation(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`));");
        return watchman;
    }

    private static bool IsOwn(Uri address, Uri site) =>
        address.Authority == site.Authority || address.Scheme is "data" or "blob" or "about";

    private void NoteUnless(bool isFine, string what)
    {
        if (!isFine)
        {
            _faults.Enqueue(what);
        }
    }
}
