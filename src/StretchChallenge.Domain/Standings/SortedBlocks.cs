using System.Runtime.InteropServices;

namespace StretchChallenge.Domain.Standings;

/// <summary>
/// Small whole numbers (ordinals) in order, in blocks like the leaves of a B+ tree: an ordinal is found, added or removed with
/// O(log n) comparisons, and reading on from any place costs O(1) a step. About 6 bytes an ordinal.
/// </summary>
/// <param name="order">The order; no two ordinals are equal in it.</param>
internal sealed class SortedBlocks(IComparer<int> order)
{
    private const int BlockSize = 256;

    // A block has one ordinal too many before it is split. A list that grows by itself would double its room then.
    private const int Room = BlockSize + 1;

    // No block is empty.
    private readonly List<List<int>> _blocks = [];

    /// <summary>Adds an ordinal that is not contained.</summary>
    public void Add(int ordinal)
    {
        var (block, index) = PlaceOf(ordinal);
        if (block < 0)
        {
            _blocks.Add(new List<int>(Room) { ordinal });
            return;
        }

        var items = _blocks[block];
        items.Insert(index, ordinal);
        if (items.Count > BlockSize)
        {
            // Appended in order, the blocks stay full.
            Split(block, block == _blocks.Count - 1 && index == BlockSize ? BlockSize : BlockSize / 2);
        }
    }

    /// <summary>Removes an ordinal that is contained, while it still compares as it did when it was added.</summary>
    public void Remove(int ordinal)
    {
        var (block, index) = PlaceOf(ordinal);
        var items = _blocks[block];
        items.RemoveAt(index);
        if (items.Count == 0)
        {
            _blocks.RemoveAt(block);
        }
        else if (block + 1 < _blocks.Count && items.Count + _blocks[block + 1].Count <= BlockSize / 2)
        {
            items.AddRange(_blocks[block + 1]);
            _blocks.RemoveAt(block + 1);
        }
    }

    /// <summary>The ordinals in order.</summary>
    public IEnumerable<int> All() => Forwards(0, 0);

    /// <summary>The ordinals after one, which may be contained or not, in order.</summary>
    public IEnumerable<int> After(int ordinal)
    {
        var (block, index) = PlaceOf(ordinal);
        return Forwards(block, index).SkipWhile(first => first == ordinal);
    }

    /// <summary>The ordinals before one, which may be contained or not, the nearest first.</summary>
    public IEnumerable<int> Before(int ordinal)
    {
        var (block, index) = PlaceOf(ordinal);
        return Backwards(block, index - 1);
    }

    // Where the ordinal is, or would be inserted; block -1 when there is none yet.
    private (int Block, int Index) PlaceOf(int ordinal)
    {
        if (_blocks.Count == 0)
        {
            return (-1, 0);
        }

        var (low, high) = (0, _blocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = order.Compare(_blocks[middle][0], ordinal) <= 0 ? (middle, high) : (low, middle - 1);
        }

        var index = _blocks[low].BinarySearch(ordinal, order);
        return (low, index < 0 ? ~index : index);
    }

    private void Split(int block, int at)
    {
        var items = _blocks[block];
        var rest = new List<int>(Room);
        rest.AddRange(CollectionsMarshal.AsSpan(items)[at..]);
        _blocks.Insert(block + 1, rest);
        items.RemoveRange(at, items.Count - at);
    }

    private IEnumerable<int> Forwards(int block, int index)
    {
        for (block = Math.Max(block, 0); block < _blocks.Count; block++, index = 0)
        {
            for (; index < _blocks[block].Count; index++)
            {
                yield return _blocks[block][index];
            }
        }
    }

    private IEnumerable<int> Backwards(int block, int index)
    {
        while (block >= 0)
        {
            for (; index >= 0; index--)
            {
                yield return _blocks[block][index];
            }

            block--;
            index = block >= 0 ? _blocks[block].Count - 1 : -1;
        }
    }
}
