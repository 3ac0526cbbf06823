namespace Orleans.InProcess.Tests;

/// <summary>A watcher who remembers, and passes the gate <c>watcher</c> each time.</summary>
public sealed class Watcher(Stage stage) : IWatcher
{
    private readonly List<string> _seen = [];
    private int _underWay;

    public IReadOnlyList<string> Seen => _seen;

    public int MostAtOnce { get; private set; }

    /// <summary>What goes wrong with each scene, if anything.</summary>
    public string? Failure { get; set; }

    public async Task SeeAsync(string scene)
    {
        MostAtOnce = Math.Max(MostAtOnce, ++_underWay);
        await stage.PassAsync("watcher");
        await Task.Yield();
        _underWay--;
        if (Failure is not null)
        {
            throw new InvalidOperationException(Failure);
        }

        _seen.Add(scene);
    }
}
