using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Domain.Tests.Standings;

/// <summary>Rules 19 to 21 for a person board; RankingPropertyTests compares random boards with sorted ones.</summary>
public sealed class RankIndexTests
{
    private static readonly string[] Ids = ["d", "b", "a", "c", "e"];

    private readonly RankIndex _index =
        new(ScoreEncoding.Streak, Comparer<int>.Create((one, other) => string.CompareOrdinal(Ids[one], Ids[other])));

    [Fact]
    public void RankOf_SomeoneNotListed_CountsAllTheSame()
    {
        _index.Set(0, BoardScore.PersonStreak(5, 5), listed: false);
        _index.Set(1, BoardScore.PersonStreak(4, 5), listed: true);

        Assert.Equal(1, _index.RankOf(0));
        Assert.Equal(2, _index.RankOf(1));
        Assert.Equal([new RankedPerson(1, 2)], _index.Top(10).ToArray());
    }

    [Fact]
    public void Histogram_AmongTheListed_LeavesOutWhoIsNot()
    {
        _index.Set(0, BoardScore.PersonStreak(5, 6), listed: false);
        _index.Set(1, BoardScore.PersonStreak(5, 6), listed: true);
        _index.Set(2, BoardScore.PersonStreak(4, 9), listed: false);
        _index.Set(3, null, listed: true);

        Assert.Equal(
            new Dictionary<BoardScore, int> { [new(5, 6)] = 2, [new(4, 9)] = 1 }, _index.Histogram(amongListed: false));
        Assert.Equal(new Dictionary<BoardScore, int> { [new(5, 6)] = 1 }, _index.Histogram(amongListed: true));
        Assert.Equal((3, 2), (_index.RankOf(2), _index.RankOf(2, amongListed: true)));
        Assert.Equal(2, _index.Listed);
    }

    [Fact]
    public void AboveAndBelow_SomeoneNotListed_ShowTheirNeighbours()
    {
        for (var ordinal = 0; ordinal < Ids.Length; ordinal++)
        {
            _index.Set(ordinal, BoardScore.PersonStreak(3, 3), listed: ordinal != 3);
        }

        Assert.Equal([new RankedPerson(2, 1), new RankedPerson(1, 1)], _index.Above(3, 3).ToArray());
        Assert.Equal([new RankedPerson(0, 1)], _index.Below(3, 1).ToArray());
    }

    [Fact]
    public void Top_NoneAskedFor_IsEmpty()
    {
        _index.Set(0, BoardScore.PersonStreak(1, 1), listed: true);

        Assert.Empty(_index.Top(0));
    }

    [Fact]
    public void Remove_Someone_ClosesTheGap()
    {
        _index.Set(0, BoardScore.PersonStreak(2, 2), listed: true);
        _index.Set(1, BoardScore.PersonStreak(1, 1), listed: true);
        _index.Remove(0);
        _index.Remove(4);

        Assert.Equal(1, _index.Count);
        Assert.Equal(1, _index.RankOf(1));
        Assert.Null(_index.RankOf(0));
        Assert.Null(_index.RankOf(1_000_000));
        Assert.Empty(_index.Above(1_000_000, 5));
        Assert.Empty(_index.Below(0, 5));
    }

    [Fact]
    public void RankOf_NoScore_IsNone()
    {
        _index.Set(0, null, listed: true);

        Assert.Null(_index.RankOf(0));
        Assert.Equal([new RankedPerson(0, null)], _index.Top(1).ToArray());
    }

    /// <summary>With everybody tied, 64 times as many people may cost six more steps of a search, not 64 times as many.</summary>
    [Fact]
    public void Reads_EverybodyTied_CompareALogarithmOfPeople()
    {
        var (few, many) = (TiedBoard(1_000), TiedBoard(64_000));

        Assert.Equal(0, many.Comparisons(index => index.Top(100)));
        Assert.InRange(many.Comparisons(index => index.Above(500, 5)), 1, few.Comparisons(index => index.Above(500, 5)) + 8);
        Assert.InRange(many.Comparisons(index => index.Below(500, 5)), 1, few.Comparisons(index => index.Below(500, 5)) + 8);
        Assert.Equal(0, many.Comparisons(index => index.RankOf(500)));
    }

    [Fact]
    public void Set_EverybodyTied_ComparesALogarithmOfPeople()
    {
        var board = TiedBoard(64_000);

        Assert.InRange(board.Comparisons(index => index.Set(500, BoardScore.PersonStreak(1, 1), listed: true)), 1, 40);
        Assert.InRange(board.Comparisons(index => index.Set(500, BoardScore.PersonStreak(2, 2), listed: true)), 1, 40);
        Assert.InRange(board.Comparisons(index => index.Remove(500)), 1, 40);
    }

    private static CountedBoard TiedBoard(int people)
    {
        var board = new CountedBoard();
        for (var ordinal = 0; ordinal < people; ordinal++)
        {
            board.Index.Set(ordinal, BoardScore.PersonStreak(2, 2), listed: true);
        }

        return board;
    }

    /// <summary>A board that counts how often two ids are compared.</summary>
    private sealed class CountedBoard
    {
        private int _comparisons;

        public CountedBoard() => Index = new RankIndex(ScoreEncoding.Streak, Comparer<int>.Create((one, other) =>
        {
            _comparisons++;
            return one.CompareTo(other);
        }));

        public RankIndex Index { get; }

        public int Comparisons(Action<RankIndex> action)
        {
            var before = _comparisons;
            action(Index);
            return _comparisons - before;
        }
    }
}
