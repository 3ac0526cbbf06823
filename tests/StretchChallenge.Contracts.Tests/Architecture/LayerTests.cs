using System.Reflection;
using StretchChallenge.Contracts.Tests.Conventions;
using StretchChallenge.Domain;

namespace StretchChallenge.Contracts.Tests.Architecture;

/// <summary>Dependencies run one way: Domain, Contracts, Grains, Server; Storage beside Grains.</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["StretchChallenge.Domain"] = [],
        ["StretchChallenge.Contracts"] = ["StretchChallenge.Domain"],
        ["StretchChallenge.Storage"] = ["StretchChallenge.Domain"],
        ["StretchChallenge.Grains"] = ["StretchChallenge.Contracts", "StretchChallenge.Domain", "StretchChallenge.Storage"],
        ["StretchChallenge.Server"] =
            ["StretchChallenge.Contracts", "StretchChallenge.Domain", "StretchChallenge.Grains", "StretchChallenge.Storage"],
    };

    [Fact]
    public void Projects_AreTheLayers()
    {
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), SourceTree.Projects.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Projects_ReferenceOnlyTheLayersBelow()
    {
        Assert.All(SourceTree.Projects, project => Assert.Empty(SourceTree.References(project.Value).Except(Allowed[project.Key])));
    }

    [Fact]
    public void Domain_ReferencesTheFrameworkAlone()
    {
        var project = SourceTree.Projects["StretchChallenge.Domain"];

        Assert.DoesNotContain(project.Descendants(), element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal));
        Assert.Empty(Others(typeof(UserId).Assembly));
    }

    [Fact]
    public void Contracts_ReferenceDomainAndTheGrainInterfaces()
    {
        Assert.Equal(["Orleans", "StretchChallenge.Domain"], Others(Contract.Assembly));
    }

    [Fact]
    public void Grains_ReferenceContractsStorageAndDomain()
    {
        Assert.Equal(
            ["Orleans", "StretchChallenge.Contracts", "StretchChallenge.Domain", "StretchChallenge.Storage"],
            Others(Contract.Grains).Where(name => !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Storage_ReferencesDomainAndKnowsNothingOfGrains()
    {
        var storage = Others(Assembly.Load("StretchChallenge.Storage"));

        Assert.Equal(["StretchChallenge.Domain"], storage.Where(name => IsOurs(name)));
    }

    [Fact]
    public void Domain_ReadsNoClockAndDoesNoInputOrOutput()
    {
        string[] foreign = ["TimeProvider", "Task<", "async ", "File.", "Directory.", "HttpClient", "Environment."];

        Assert.All(SourceTree.Files("StretchChallenge.Domain"), file =>
            Assert.DoesNotContain(foreign, word => SourceTree.Read(file).Contains(word, StringComparison.Ordinal)));
    }

    private static bool IsOurs(string assembly) =>
        assembly.StartsWith("StretchChallenge.", StringComparison.Ordinal) || assembly.StartsWith("Orleans", StringComparison.Ordinal);

    // All of Orleans counts as one.
    private static IEnumerable<string> Others(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(name => name.Name!)
        .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
        .Select(name => name.StartsWith("Orleans.", StringComparison.Ordinal) ? "Orleans" : name)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
