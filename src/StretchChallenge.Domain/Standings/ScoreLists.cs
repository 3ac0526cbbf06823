namespace StretchChallenge.Domain.Standings;

/// <summary>People by ordinal, chained to those of the same score: 16 bytes each, linked and unlinked in O(1).</summary>
/// <remarks>Links are ordinals + 1, so that 0 is "none" and fresh memory needs no filling.</remarks>
internal sealed class ScoreLists(int scores, int capacity)
{
    private readonly int[] _heads = new int[scores];
    private Node[] _nodes = new Node[capacity];

    /// <summary>Whether the person is known.</summary>
    public bool Contains(int ordinal) => (uint)ordinal < (uint)_nodes.Length && _nodes[ordinal].IsPresent;

    /// <summary>The person's score.</summary>
    public int ScoreOf(int ordinal) => _nodes[ordinal].Score;

    /// <summary>Whether the person is in the list of their score.</summary>
    public bool IsListed(int ordinal) => _nodes[ordinal].IsListed;

    /// <summary>Sets a person's score and whether they are listed under it.</summary>
    public void Set(int ordinal, int score, bool listed)
    {
        Grow(ordinal);
        Unlink(ordinal);
        _nodes[ordinal] = new Node { Score = score, IsPresent = true };
        if (listed)
        {
            Link(ordinal);
        }
    }

    /// <summary>Forgets a person.</summary>
    public void Remove(int ordinal)
    {
        Unlink(ordinal);
        _nodes[ordinal] = default;
    }

    /// <summary>The first person listed under a score, or -1.</summary>
    public int First(int score) => _heads[score] - 1;

    /// <summary>The next person listed under the same score, or -1.</summary>
    public int Next(int ordinal) => _nodes[ordinal].Next - 1;

    /// <summary>The next lower score under which somebody is listed, or -1.</summary>
    public int Lower(int score) => _heads.AsSpan(0, score).LastIndexOfAnyExcept(0);

    /// <summary>The next higher score under which somebody is listed, or -1.</summary>
    public int Higher(int score)
    {
        var further = _heads.AsSpan(score + 1).IndexOfAnyExcept(0);
        return further < 0 ? -1 : score + 1 + further;
    }

    private void Link(int ordinal)
    {
        ref var node = ref _nodes[ordinal];
        ref var head = ref _heads[node.Score];
        node.IsListed = true;
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
        if (!node.IsListed)
        {
            return;
        }

        if (node.Next > 0)
        {
            _nodes[node.Next - 1].Previous = node.Previous;
        }

        ref var before = ref node.Previous > 0 ? ref _nodes[node.Previous - 1].Next : ref _heads[node.Score];
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
        public int Score;
        public int Next;
        public int Previous;
        public bool IsPresent;
        public bool IsListed;
    }
}
