using System.Xml.Linq;

namespace StretchChallenge.Contracts.Tests.Architecture;

/// <summary>The sources are pure Orleans: one pair of files alone knows which runtime it is built for.</summary>
public sealed class RuntimeTests
{
    private const string Choice = "$(GrainRuntime)";

    [Fact]
    public void Sources_HaveNoConditionalCompilation()
    {
        var directives = SourceTree.Files()
            .Where(file => SourceTree.Read(file).Split('\n').Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal)));

        Assert.Empty(directives);
    }

    [Fact]
    public void Files_OfOneRuntimeAlone_AreTheHostingPair()
    {
        var files = SourceTree.Files().Where(file =>
            file.EndsWith(".InProcess.cs", StringComparison.Ordinal) || file.EndsWith(".Orleans.cs", StringComparison.Ordinal));

        Assert.Equal(
            ["StretchChallenge.Server/Hosting/GrainHosting.InProcess.cs", "StretchChallenge.Server/Hosting/GrainHosting.Orleans.cs"],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Projects_ChooseReferencesAndTheHostingPairByRuntime_NothingElse()
    {
        var chosen = SourceTree.Projects.Values.SelectMany(project => project.Descendants())
            .Where(element => element.Attributes().Any(attribute => attribute.Value.Contains(Choice, StringComparison.Ordinal)));

        Assert.All(chosen, element => Assert.True(IsHostingPair(element) || HoldsReferencesAlone(element), element.ToString()));
    }

    [Theory]
    [InlineData("ConfigureAwait(")]
    [InlineData("Task.Run(")]
    [InlineData("ContinueWith(")]
    [InlineData("Parallel.")]
    [InlineData("async void")]
    public void Grains_StayOnTheirScheduler(string wayOut)
    {
        var files = SourceTree.Files("StretchChallenge.Grains").ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => SourceTree.Read(file).Contains(wayOut, StringComparison.Ordinal));
    }

    private static bool IsHostingPair(XElement element) =>
        element.Name.LocalName == "Compile" && element.Attribute("Include")?.Value == $"Hosting/GrainHosting.{Choice}.cs";

    private static bool HoldsReferencesAlone(XElement element) =>
        element.Name.LocalName is "PackageReference" or "ProjectReference"
        || (element.Name.LocalName == "ItemGroup"
            && element.Elements().All(item => item.Name.LocalName is "PackageReference" or "ProjectReference"));
}
