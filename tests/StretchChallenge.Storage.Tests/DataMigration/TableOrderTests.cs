using System.Collections.Immutable;
using StretchChallenge.Storage.DataMigration;

namespace StretchChallenge.Storage.Tests.DataMigration;

public sealed class TableOrderTests
{
    [Fact]
    public void Sort_ReferencesAndNames_PutsWhatIsReferredToFirst()
    {
        Assert.Equal(["b", "c", "a", "d"], Sort(["d", "c", "b", "a"], ("a", "c"), ("c", "b"), ("d", "a"), ("d", "d")).AsEnumerable());
    }

    [Fact]
    public void Sort_ReferenceToATableNotAskedFor_IsNoHindrance()
    {
        Assert.Equal(["a"], Sort(["a"], ("a", "elsewhere")).AsEnumerable());
    }

    [Fact]
    public void Sort_Circle_IsNamed()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Sort(["a", "b", "c"], ("a", "b"), ("b", "a")));

        Assert.Contains("a, b", fault.Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<string> Sort(string[] tables, params (string Child, string Parent)[] references) =>
        TableOrder.Sort(tables, references.ToLookup(pair => pair.Child, pair => pair.Parent));
}
