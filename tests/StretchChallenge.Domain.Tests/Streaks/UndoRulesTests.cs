using StretchChallenge.Domain.Streaks;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Streaks;

/// <summary>Rule 9.</summary>
public sealed class UndoRulesTests
{
    [Theory]
    [InlineData(CreditKind.Guided)]
    [InlineData(CreditKind.Live)]
    public void Decide_ACredit_MayBeTakenBackOnItsDate(CreditKind kind)
    {
        var credit = new Credit(March(3), kind, At(3, 9));

        Assert.IsType<UndoDecision.Allowed>(UndoRules.Decide(credit, Person.Zone, At(4, 0).AddTicks(-1)));
        Assert.Equal(new UndoDecision.TooLate(March(3)), UndoRules.Decide(credit, Person.Zone, At(4, 0)));
    }

    [Fact]
    public void Decide_ACreditDeliveredTheNextDay_IsNotOfThatDay()
    {
        Assert.Equal(
            new UndoDecision.TooLate(March(3)),
            UndoRules.Decide(new Credit(March(3), CreditKind.Guided, At(4, 9)), Person.Zone, At(4, 10)));
    }

    [Fact]
    public void Decide_ASelfReport_MayBeTakenBackOnTheDayItWasMade()
    {
        var credit = new Credit(March(3), CreditKind.SelfReported, At(4, 9));

        Assert.IsType<UndoDecision.Allowed>(UndoRules.Decide(credit, Person.Zone, At(4, 23)));
        Assert.Equal(new UndoDecision.TooLate(March(4)), UndoRules.Decide(credit, Person.Zone, At(5, 0)));
    }
}
