namespace StretchChallenge.Domain.Standings;

/// <summary>
/// Doubly linked lists of small whole numbers (ordinals), one list per bucket: 16 bytes an ordinal, moved in O(1).
/// </summary>
/// <remarks>Links are stored as ordinal + 1, so that 0 means "none" and new arrays need no initialisation.</remarks>
internal sealed class BucketLists(int buckets, int capacity)
{
    private readonly int[] _heads = new int[buckets];
    private Node[] _nodes = new Node[capacity];

    /// <summary>Whether the ordinal has been set.</summary>
    public bool Contains(int ordinal) => (uint)ordinal < (uint)_nodes.Length && _nodes[ordinal].IsPresent;

    /// <summary>The ordinal's bucket.</summary>
    public int BucketOf(int ordinal) => _nodes[ordinal].Bucket;

    /// <summary>Sets an ordinal's bucket, and whether it is linked in the bucket's list.</summary>
    public void Set(int ordinal, int bucket, bool linked)
    {
        Grow(ordinal);
        Unlink(ordinal);
        _nodes[ordinal] = new Node { Bucket = bucket, IsPresent = true };
        if (linked)
        {
            Link(ordinal);
        }
    }

    /// <summary>Removes an ordinal.</summary>
    public void Remove(int ordinal)
    {
        Unlink(ordinal);
        _nodes[ordinal] = default;
    }

    /// <summary>The first ordinal in a bucket's list, or -1.</summary>
    public int First(int bucket) => _heads[bucket] - 1;

    /// <summary>The ordinal that follows in the same list, or -1.</summary>
    public int Next(int ordinal) => _nodes[ordinal].Next - 1;

    /// <summary>The next lower bucket whose list is not empty, or -1.</summary>
    public int Lower(int bucket) => _heads.AsSpan(0, bucket).LastIndexOfAnyExcept(0);

    /// <summary>The next higher bucket whose list is not empty, or -1.</summary>
    public int Higher(int bucket)
    {
        var distance = _heads.AsSpan(bucket + 1).IndexOfAnyExcept(0);
        return distance < 0 ? -1 : bucket + 1 + distance;
    }

    private void Link(int ordinal)
    {
        ref var node = ref _nodes[ordinal];
        ref var head = ref _heads[node.Bucket];
        node.IsLinked = true;
        node.Next = head;
        if (head > 0)
        {
            _nodes[head - 1].Previous = ordinal + 1;
        }

        head = ordinal + 1;
    }

    private void Unlink(int ordinal)
    {
        var node = _nodes[ordinal];
        if (!node.IsLinked)
        {
            return;
        }

        if (node.Next > 0)
        {
            _nodes[node.Next - 1].Previous = node.Previous;
        }

        ref var before = ref node.Previous > 0 ? ref _nodes[node.Previous - 1].Next : ref _heads[node.Bucket];
        before = node.Next;
    }

    private void Grow(int ordinal)
    {
        if (ordinal >= _nodes.Length)
        {
            Array.Resize(ref _nodes, Math.Max(ordinal + 1, _nodes.Length + (_nodes.Length / 2)));
        }
    }

    private struct Node
    {
        public int Bucket;
        public int Next;
        public int Previous;
        public bool IsPresent;
        public bool IsLinked;
    }
}
