using StretchChallenge.Domain.Sessions;

namespace StretchChallenge.Domain.Tests.Sessions;

public sealed class TimelineTests
{
    [Fact]
    public void Constructor_NoStepsOrAnEmptyOne_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Timeline());
        Assert.Throws<ArgumentException>(() => new Timeline(1000, 0));
    }

    [Fact]
    public void StepAt_Boundaries_BelongToTheNextStep()
    {
        var timeline = new Timeline(30, 5, 30);

        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], new long[] { 0, 29, 30, 34, 35, 64, 65, 99 }.Select(timeline.StepAt));
        Assert.Equal([30, 1, 5, 1, 30, 1, 0], new long[] { 0, 29, 30, 34, 35, 64, 65 }.Select(timeline.RemainingAt));
    }

    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(1, new[] { 0 })]
    [InlineData(30, new[] { 0 })]
    [InlineData(31, new[] { 0, 1 })]
    [InlineData(65, new[] { 0, 1, 2 })]
    public void StepsBegunBefore_APosition_AreThoseAtLeastPartlyGone(long position, int[] steps)
    {
        Assert.Equal(steps, new Timeline(30, 5, 30).StepsBegunBefore(position).ToArray());
    }
}
