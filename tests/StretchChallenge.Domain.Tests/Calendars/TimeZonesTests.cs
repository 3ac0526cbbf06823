using StretchChallenge.Domain.Calendars;

namespace StretchChallenge.Domain.Tests.Calendars;

public sealed class TimeZonesTests
{
    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+12")]
    [InlineData("Asia/Calcutta")]
    [InlineData("UTC")]
    public void TryFind_NameOfTheDatabase_FindsIt(string id)
    {
        Assert.True(TimeZones.TryFind(id, out var zone));
        Assert.Equal(id, zone.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("europe/berlin")]
    [InlineData("Europe/Berlin ")]
    [InlineData("Europe/Atlantis")]
    [InlineData("Europe")]
    [InlineData("Berlin")]
    [InlineData("CEST")]
    [InlineData("+01:00")]
    [InlineData("UTC+1")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("posix/Europe/Berlin")]
    [InlineData("right/Europe/Berlin")]
    [InlineData("posixrules")]
    [InlineData("localtime")]
    [InlineData("Factory")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Europe/Berlin\0")]
    public void TryFind_AnythingElse_FindsNothing(string? id)
    {
        Assert.False(TimeZones.TryFind(id, out _));
    }

    [Fact]
    public void TryFind_AbsurdLength_FindsNothing()
    {
        Assert.False(TimeZones.TryFind(new string('A', 1_000_000), out _));
    }

    [Fact]
    public void Find_UnknownName_Throws()
    {
        Assert.Throws<TimeZoneNotFoundException>(() => TimeZones.Find("Europe/Atlantis"));
    }
}
