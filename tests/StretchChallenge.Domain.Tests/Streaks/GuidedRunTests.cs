using StretchChallenge.Domain.Streaks;
using static StretchChallenge.Domain.Tests.Spring;

namespace StretchChallenge.Domain.Tests.Streaks;

/// <summary>Rule 11.</summary>
public sealed class GuidedRunTests
{
    [Theory]
    [InlineData(0, 240, 192)]
    [InlineData(60, 180, 144)]
    [InlineData(120, 120, 96)]
    [InlineData(121, 120, 96)]
    [InlineData(int.MaxValue, 120, 96)]
    [InlineData(-5, 240, 192)]
    public void Planned_WithStepsSkipped_LosesThemUpToHalf(int skipped, int planned, int needed)
    {
        var run = new GuidedRun(At(2, 9), 240, skipped);

        Assert.Equal(TimeSpan.FromSeconds(planned), run.Planned);
        Assert.Equal(At(2, 9).AddSeconds(needed), run.EarliestCompletion);
        Assert.Equal(At(2, 9).AddSeconds(planned), run.PlannedEnd);
    }

    [Fact]
    public void EarliestCompletion_OddSeconds_IsNotRounded()
    {
        Assert.Equal(At(2, 9).AddSeconds(0.8), new GuidedRun(At(2, 9), 1).EarliestCompletion);
    }
}
