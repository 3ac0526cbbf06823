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
    [InlineData(Variant.Mat, "gentle")]
    [InlineData(Variant.Desk, "gentle-desk")]
    [InlineData(Variant.Seated, "gentle-desk")]
    public void IdFor_EachVariant_HasItsGentleRoutine(Variant variant, string id) =>
        Assert.Equal(id, GentleRoutines.IdFor(variant));
}
