using StretchChallenge.Storage.DataMigration;

namespace StretchChallenge.Storage.Tests.DataMigration;

public sealed class ContentDigestTests
{
    [Fact]
    public void Equals_SameRowsInAnotherOrder_IsTrue()
    {
        Assert.True(Of([1, "a"], [2, null]).Equals(Of([2, null], [1, "a"])));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("ab", null)]
    [InlineData(true, false)]
    [InlineData(1, 2)]
    [InlineData("", null)]
    public void Equals_OneValueDiffers_IsFalse(object value, object? other)
    {
        Assert.False(Of([value]).Equals(Of([other])));
    }

    [Fact]
    public void Equals_TextStandsInAnotherColumn_IsFalse()
    {
        Assert.False(Of(["ab", "c"]).Equals(Of(["a", "bc"])));
    }

    [Fact]
    public void Equals_ValuesChangedRows_IsFalse()
    {
        Assert.False(Of([1, "a"], [2, "b"]).Equals(Of([1, "b"], [2, "a"])));
    }

    [Fact]
    public void Equals_RowMissing_IsFalse()
    {
        Assert.False(Of([1], [2]).Equals(Of([1])));
    }

    private static ContentDigest Of(params object?[][] rows)
    {
        var digest = new ContentDigest();
        foreach (var row in rows)
        {
            digest.Add(row);
        }

        return digest;
    }
}
