using StretchChallenge.Domain.Programme;

namespace StretchChallenge.Domain.Tests.Programme;

public sealed class RoutineTests
{
    private static readonly Routine Workplace = new("workplace", "Workplace relief",
    [
        new RoutineStep("chair-edge-stretch", Side.Left, 30, 5),
        new RoutineStep("chair-edge-stretch", Side.Right, 30, 10),
        new RoutineStep("desk-leg-stretch", Side.Both, 20, 0),
    ]);

    [Fact]
    public void PlannedSeconds_OfARoutine_IncludesGettingReady()
    {
        Assert.Equal(95, Workplace.PlannedSeconds);
    }

    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0, 2 }, 55)]
    [InlineData(new[] { 1, 1 }, 40)]
    [InlineData(new[] { -1, 3, int.MaxValue }, 0)]
    public void SecondsOf_SkippedSteps_CountsEachOnce(int[] steps, int seconds)
    {
        Assert.Equal(seconds, Workplace.SecondsOf(steps));
    }
}
