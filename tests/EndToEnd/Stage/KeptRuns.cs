using Microsoft.Playwright;
using StretchChallenge.Testing;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>The finished routines that a browser keeps until the server has them.</summary>
internal static class KeptRuns
{
    /// <summary>A script for a browser without any storage: each part of it is missing or refuses, as where cookies are blocked.</summary>
    public const string NoStorage =
        """
        const refuse = () => { throw new DOMException('', 'SecurityError'); };
        Object.defineProperty(window, 'localStorage', { get: refuse });
        Object.defineProperty(window, 'sessionStorage', { get: refuse });
        Object.defineProperty(window, 'indexedDB', { value: { open: refuse } });
        Object.defineProperty(window, 'caches', { value: { open: async () => refuse(), keys: async () => refuse() } });
        Object.defineProperty(navigator, 'locks', { value: { request: async () => refuse() } });
        window.BroadcastChannel = function () { refuse(); };
        """;

    /// <summary>A script for a browser whose database never answers.</summary>
    public const string SilentDatabase =
        """
        IDBFactory.prototype.open = () =>
            Object.assign(Object.create(IDBOpenDBRequest.prototype), { addEventListener() {}, removeEventListener() {} });
        """;

    /// <summary>The commands of those in the database.</summary>
    public static Task<string[]> InDatabaseAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        async () => {
            const done = (request) => new Promise((resolve, reject) => {
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
            });
            if ((await indexedDB.databases()).length === 0) return [];
            const db = await done(indexedDB.open('stretch-challenge'));
            const keys = await done(db.transaction('finished-runs').objectStore('finished-runs').getAllKeys());
            db.close();
            return keys;
        }
        """);

    /// <summary>The keys of local storage that begin so.</summary>
    public static Task<string[]> KeysAsync(IPage page, string prefix) =>
        page.EvaluateAsync<string[]>("prefix => Object.keys(localStorage).filter((key) => key.startsWith(prefix))", prefix);

    /// <summary>Waits until the database has so many, and local storage none.</summary>
    public static Task ExpectAsync(IPage page, int count) => Wait.UntilAsync(async () =>
        (await InDatabaseAsync(page)).Length == count && (await KeysAsync(page, "finished-run:")).Length == 0);

    /// <summary>
    /// What makes the browser find its network back: each call starts the service worker, as the browser does when all pages are
    /// closed.
    /// </summary>
    public static async Task<Func<Task>> FindSyncAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        var registered = new TaskCompletionSource<string>();
        devTools.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, update) =>
        {
            foreach (var registration in update!.Value.GetProperty("registrations").EnumerateArray())
            {
                registered.TrySetResult(registration.GetProperty("registrationId").GetString()!);
            }
        };
        await devTools.SendAsync("ServiceWorker.enable");
        var sync = new Dictionary<string, object>
        {
            ["origin"] = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
            ["registrationId"] = await registered.Task.WaitAsync(TimeSpan.FromSeconds(30)),
            ["tag"] = "finished-runs",
            ["lastChance"] = false,
        };
        return () => devTools.SendAsync("ServiceWorker.dispatchSyncEvent", sync);
    }
}
