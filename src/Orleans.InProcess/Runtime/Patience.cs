namespace Orleans.InProcess;

/// <summary>Bounds what a grain does while it comes or goes: 30 s, or less when the host stops waiting.</summary>
internal sealed class Patience : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _either;

    public Patience(Silo silo)
    {
        _limit = new CancellationTokenSource(Limit, silo.Clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, silo.Abandoned);
    }

    /// <summary>Cancelled when patience ends.</summary>
    public CancellationToken Token => _either.Token;

    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }
}
