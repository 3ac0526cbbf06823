namespace StretchChallenge.Domain.Standings;

/// <summary>A binary indexed tree: counts per whole number from 0 to <c>size - 1</c>, with updates and range sums in O(log size).</summary>
internal sealed class FenwickTree(int size)
{
    private readonly int[] _counts = new int[size];
    private readonly int[] _sums = new int[size + 1];

    /// <summary>The sum of all counts.</summary>
    public int Total { get; private set; }

    /// <summary>The count of a number.</summary>
    public int this[int number] => _counts[number];

    /// <summary>Adds to the count of a number; a negative value subtracts.</summary>
    public void Add(int number, int count)
    {
        Total += count;
        _counts[number] += count;
        for (var index = number + 1; index < _sums.Length; index += index & -index)
        {
            _sums[index] += count;
        }
    }

    /// <summary>The sum of the counts of all greater numbers.</summary>
    public int SumAbove(int number)
    {
        var sum = 0;
        for (var index = number + 1; index > 0; index -= index & -index)
        {
            sum += _sums[index];
        }

        return Total - sum;
    }
}
