namespace StretchChallenge.Domain.Standings;

/// <summary>Keeps the first few of all that it is offered, in order.</summary>
/// <param name="count">How many it keeps.</param>
/// <param name="order">The order of the ordinals.</param>
/// <param name="after">If given, only what comes after this one in the order is kept.</param>
internal readonly struct BoundedSelection(int count, IComparer<int> order, int? after = null)
{
    private readonly List<int> _chosen = [];

    /// <summary>What was kept, in order.</summary>
    public IReadOnlyList<int> Chosen => _chosen;

    /// <summary>Keeps the ordinal if it belongs to the first ones.</summary>
    public void Offer(int ordinal)
    {
        if (after is { } start && order.Compare(ordinal, start) <= 0)
        {
            return;
        }

        if (_chosen.Count == count)
        {
            if (order.Compare(ordinal, _chosen[^1]) >= 0)
            {
                return;
            }

            _chosen.RemoveAt(count - 1);
        }

        var place = _chosen.BinarySearch(ordinal, order);
        _chosen.Insert(place < 0 ? ~place : place, ordinal);
    }
}
