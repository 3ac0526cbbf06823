using StretchChallenge.Domain.Streaks;
using static StretchChallenge.Domain.Tests.TestChallenge;

namespace StretchChallenge.Domain.Tests.Streaks;

public sealed class DayLedgerTests
{
    [Fact]
    public void With_ADateThatHasItsCredit_ChangesNothing()
    {
        var ledger = DayLedger.Empty.With(March(2), CreditKind.Guided);

        Assert.Same(ledger, ledger.With(March(2), CreditKind.SelfReported));
        Assert.Empty(ledger.SelfReported);
    }

    [Fact]
    public void Without_ASelfReport_FreesTheWeek()
    {
        var ledger = DayLedger.Empty.With(March(2), CreditKind.SelfReported);

        Assert.Equal(March(2), ledger.SelfReportedInWeekOf(March(4), March(2), March(4)));
        Assert.Null(ledger.Without(March(2)).SelfReportedInWeekOf(March(4), March(2), March(4)));
        Assert.Empty(ledger.Without(March(2)).Done);
    }

    [Fact]
    public void SelfReportedInWeekOf_ItselfOrALaterDay_IsNotUsed()
    {
        var ledger = DayLedger.Empty.With(March(5), CreditKind.SelfReported);

        Assert.Null(ledger.SelfReportedInWeekOf(March(5), March(2), March(6)));
        Assert.Null(ledger.SelfReportedInWeekOf(March(3), March(2), March(4)));
        Assert.Equal(March(5), ledger.SelfReportedInWeekOf(March(3), March(2), March(5)));
    }

    [Fact]
    public void SelfReportedInWeekOf_ADayBeforeJoining_IsNotUsed()
    {
        var ledger = DayLedger.Empty.With(March(3), CreditKind.SelfReported);

        Assert.Null(ledger.SelfReportedInWeekOf(March(5), March(4), March(6)));
    }
}
