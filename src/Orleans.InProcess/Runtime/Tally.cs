namespace Orleans.InProcess;

/// <summary>Counts requests by what they may interleave with.</summary>
internal struct Tally
{
    private int _exclusive;
    private int _readOnly;
    private int _always;

    /// <summary>Whether a request may start beside the counted ones, which are running.</summary>
    public readonly bool Admits(Interleaving interleaving) => interleaving switch
    {
        Interleaving.Always => true,
        Interleaving.ReadOnly => _exclusive == 0,
        _ => _exclusive + _readOnly == 0,
    };

    /// <summary>Whether one of the counted requests, which are waiting, may start beside the running ones.</summary>
    public readonly bool HasAnyThatMayJoin(Tally running) =>
        _always > 0
        || (_readOnly > 0 && running.Admits(Interleaving.ReadOnly))
        || (_exclusive > 0 && running.Admits(Interleaving.Never));

    /// <summary>Counts one more, or one less.</summary>
    public void Add(Interleaving interleaving, int change)
    {
        switch (interleaving)
        {
            case Interleaving.Always:
                _always += change;
                break;
            case Interleaving.ReadOnly:
                _readOnly += change;
                break;
            default:
                _exclusive += change;
                break;
        }
    }
}
