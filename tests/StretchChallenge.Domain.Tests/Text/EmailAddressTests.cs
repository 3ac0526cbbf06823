using StretchChallenge.Domain.Text;

namespace StretchChallenge.Domain.Tests.Text;

[Trait("Category", "Faults")]
public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ann@example.com", "ANN@Example.COM")]
    [InlineData("ann@example.com", " ann@example.com\t")]
    [InlineData("ann@example.com", "ann@example.com\u200b")]
    [InlineData("ann@example.com", "an\u00adn@exam\ufeffple.com")]
    [InlineData("ann@example.com", "ann\u200d@example.com")]
    [InlineData("ann@example.com", "ann@example.com\u3164")]
    [InlineData("ann@example.com", "\u202aann@example.com\u202c")]
    [InlineData("ann@müller.example", "ann@xn--mller-kva.example")]
    [InlineData("ann@müller.example", "ann@MU\u0308LLER.example")]
    [InlineData("ann@müller.example", "ann@XN--MLLER-KVA.EXAMPLE")]
    [InlineData("zoë@example.com", "zoe\u0308@example.com")]
    public void KeyOf_SpellingsOfOneAddress_AreEqual(string first, string second) =>
        Assert.Equal(EmailAddress.KeyOf(first), EmailAddress.KeyOf(second));

    [Theory]
    [InlineData("marnie@example.com", "mamie@example.com")]
    [InlineData("ann@example.com", "\u0430nn@example.com")]
    [InlineData("zoe@example.com", "zoë@example.com")]
    [InlineData("ann@muller.example", "ann@müller.example")]
    public void KeyOf_OtherAddresses_Differ(string first, string second) =>
        Assert.NotEqual(EmailAddress.KeyOf(first), EmailAddress.KeyOf(second));

    [Theory]
    [InlineData("Ann@Example.com")]
    [InlineData("o'brien+stretch@sub.example.co.uk")]
    [InlineData("no address")]
    [InlineData("ann@a_b.example")]
    public void KeyOf_UsualAddress_IsTheEarlierKey(string address) =>
        Assert.Equal(EmailAddress.EarlierKeyOf(address), EmailAddress.KeyOf(address));
}
