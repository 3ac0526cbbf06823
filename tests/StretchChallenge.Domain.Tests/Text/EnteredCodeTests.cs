using StretchChallenge.Domain.Text;

namespace StretchChallenge.Domain.Tests.Text;

[Trait("Category", "Faults")]
public sealed class EnteredCodeTests
{
    [Theory]
    [InlineData("ABCDEFGHJK")]
    [InlineData("abcdefghjk")]
    [InlineData(" ABCDE FGHJK ")]
    [InlineData("abcde-fghjk")]
    [InlineData("ABCDE\u2013FGHJK")]
    [InlineData("ABCDE\u2212FGHJK")]
    [InlineData("ＡＢＣＤＥＦＧＨＪＫ")]
    [InlineData("ABCDEFGHJK\u200b")]
    [InlineData("\u200eABCDEFGHJK")]
    [InlineData("ABCDEFGHJK.")]
    [InlineData("ABCDEFGHJK\n")]
    [InlineData("“ABCDEFGHJK”")]
    [InlineData("https://stretch.example.com/join/ABCDEFGHJK")]
    [InlineData("stretch.example.com/join/ABCDEFGHJK/?from=chat#top")]
    [InlineData("https%3A%2F%2Fstretch.example.com%2Fjoin%2FABCDEFGHJK")]
    [InlineData("Come in: https://stretch.example.com/JOIN/abcdefghjk .")]
    [InlineData("https://stretch.example.com/live/ABCDEFGHJK")]
    public void Parse_InvitationInAnySpelling_IsTheCode(string typed) =>
        Assert.Equal(new EnteredCode(CodeKind.Invitation, "ABCDEFGHJK"), EnteredCode.Parse(typed));

    [Theory]
    [InlineData("abc234")]
    [InlineData("ABC 234")]
    [InlineData("abc\u2011234")]
    [InlineData("https://stretch.example.com/live/ABC234")]
    [InlineData("https://stretch.example.com/join/ABC234")]
    [InlineData("http://[::1]:5080/live/ABC234?name=Ann")]
    public void Parse_SessionInAnySpelling_IsTheCode(string typed) =>
        Assert.Equal(new EnteredCode(CodeKind.Session, "ABC234"), EnteredCode.Parse(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("ABC")]
    [InlineData("ABCDEFÄ")]
    [InlineData("\u0410BCDEFGHJK")]
    [InlineData("ABCDEFGHJKABCDEFGHJK")]
    [InlineData("https://stretch.example.com/live/")]
    [InlineData("%ff%fe")]
    public void Parse_WhatIsNoCode_IsNull(string? typed) => Assert.Null(EnteredCode.Parse(typed));

    [Fact]
    public void Parse_FarTooLong_IsNull() => Assert.Null(EnteredCode.Parse("ABC234" + new string(' ', 100_000)));
}
