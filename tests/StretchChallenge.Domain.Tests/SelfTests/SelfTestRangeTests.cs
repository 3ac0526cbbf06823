using System.Globalization;
using StretchChallenge.Domain.SelfTests;

namespace StretchChallenge.Domain.Tests.SelfTests;

public sealed class SelfTestRangeTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("120", true)]
    [InlineData("72.0", true)]
    [InlineData("-1", false)]
    [InlineData("121", false)]
    [InlineData("72.5", false)]
    public void IsValid_StraightLegRaise_WholeDegrees(string value, bool expected) =>
        Assert.Equal(expected, SelfTestRange.StraightLegRaise.IsValid(Number(value)));

    [Theory]
    [InlineData("-50", true)]
    [InlineData("-50.0", true)]
    [InlineData("40.0", true)]
    [InlineData("0", true)]
    [InlineData("-3.7", true)]
    [InlineData("-50.1", false)]
    [InlineData("40.1", false)]
    [InlineData("3.75", false)]
    [InlineData("79228162514264337593543950335", false)]
    [InlineData("0.0000000000000000000000000001", false)]
    public void IsValid_SitAndReach_CentimetresWithOneDecimal(string value, bool expected) =>
        Assert.Equal(expected, SelfTestRange.SitAndReach.IsValid(Number(value)));

    [Theory]
    [InlineData("0", true)]
    [InlineData("10", true)]
    [InlineData("-1", false)]
    [InlineData("11", false)]
    [InlineData("4.5", false)]
    public void IsValid_BackFeeling_ZeroToTen(string value, bool expected) =>
        Assert.Equal(expected, SelfTestRange.BackFeeling.IsValid(Number(value)));

    private static decimal Number(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
