using StretchChallenge.Domain.Text;

namespace StretchChallenge.Domain.Tests.Text;

[Trait("Category", "Faults")]
public sealed class HostNameTests
{
    [Theory]
    [InlineData("dehnübung.example", "xn--dehnbung-95a.example")]
    [InlineData("DEHNÜBUNG.Example", "xn--dehnbung-95a.example")]
    [InlineData("XN--dehnbung-95a.example", "xn--dehnbung-95a.example")]
    [InlineData("*.dehnübung.example", "*.xn--dehnbung-95a.example")]
    [InlineData("LOCALHOST", "localhost")]
    [InlineData("192.168.1.10", "192.168.1.10")]
    [InlineData("[::1]", "[::1]")]
    [InlineData("xn--\u00fc", "xn--\u00fc")]
    public void ToAscii_EitherSpelling_IsTheOneOfTheNetwork(string host, string expected) =>
        Assert.Equal(expected, HostName.ToAscii(host));
}
