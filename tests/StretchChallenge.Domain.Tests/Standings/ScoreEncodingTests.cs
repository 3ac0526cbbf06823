using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Domain.Tests.Standings;

public sealed class ScoreEncodingTests
{
    [Fact]
    public void Encode_EveryStreakScore_KeepsTheOrder()
    {
        var scores = from streak in Enumerable.Range(0, 57) from best in Enumerable.Range(0, 57) select BoardScore.PersonStreak(streak, best);

        AssertIncreasing(ScoreEncoding.Streak, scores);
    }

    [Fact]
    public void Encode_EveryConsistency_KeepsTheOrder()
    {
        var scores = from percent in Enumerable.Range(0, 101) from streak in Enumerable.Range(0, 57) select BoardScore.PersonConsistency(percent, streak, 5, 0);

        AssertIncreasing(ScoreEncoding.Consistency, scores);
    }

    [Fact]
    public void Encode_NoScore_StandsBelowAll()
    {
        Assert.Equal(0, ScoreEncoding.Consistency.Encode(null));
        Assert.Equal(1, ScoreEncoding.Consistency.Encode(BoardScore.PersonConsistency(0, 0, 5, 0)));
    }

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MinValue, int.MinValue)]
    [InlineData(9_999, 57)]
    public void Encode_WhatNoChallengeCanGive_StaysInBounds(int first, int second)
    {
        foreach (var scale in new[] { ScoreEncoding.Streak, ScoreEncoding.Consistency })
        {
            Assert.InRange(scale.Encode(new BoardScore(first, second)), 1, scale.Size - 1);
        }
    }

    private static void AssertIncreasing(ScoreEncoding scale, IEnumerable<BoardScore?> scores)
    {
        var numbers = scores.Select(scale.Encode).ToArray();

        Assert.Equal(scores, numbers.Select(number => (BoardScore?)ScoreEncoding.Decode(number)));
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Equal(scale.Size - 1, numbers[^1]);
    }
}
