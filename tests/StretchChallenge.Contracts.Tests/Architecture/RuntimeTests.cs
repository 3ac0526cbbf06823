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

    [Fact]
    public void Grains_StayOnTheirScheduler()
    {
        var files = SourceTree.Files("StretchChallenge.Grains").ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => TurnEscapes.In(SourceTree.Read(file)).Select(way => $"{file}: {way}")));
    }

    [Theory]
    [InlineData("await store.SaveAsync().ConfigureAwait(false);", "ConfigureAwait(")]
    [InlineData("await Task.Run(() => Fold(days));", "Task.Run(")]
    [InlineData("_ = Task.Factory.StartNew(Fold);", "StartNew(")]
    [InlineData("return save.ContinueWith(done => Tell());", "ContinueWith(")]
    [InlineData("Parallel.ForEach(days, Count);", "Parallel.")]
    [InlineData("ThreadPool.QueueUserWorkItem(Count);", "ThreadPool.")]
    [InlineData("private async void Tell() => await Task.Yield();", "async void")]
    [InlineData("var saved = SaveAsync().GetAwaiter().GetResult();", "GetResult()")]
    [InlineData("using var timer = new PeriodicTimer(Second, time);", "PeriodicTimer")]
    [InlineData("_timer = time.CreateTimer(Tick, null, Second, Second);", "CreateTimer(")]
    [InlineData("await Task.Delay(Second, time, token);", "Task.Delay(")]
    public void Source_ThatLeavesTheScheduler_IsNoticed(string source, string way)
    {
        Assert.Contains(TurnEscapes.In(source), found => found.StartsWith(way, StringComparison.Ordinal));
    }

    [Fact]
    public void Source_ThatOnlySpeaksOfLeaving_IsTaken()
    {
        Assert.Empty(TurnEscapes.In("    // Never Task.Run( here.\n    await Task.WhenAll(saves);"));
    }

    private static bool IsHostingPair(XElement element) =>
        element.Name.LocalName == "Compile" && element.Attribute("Include")?.Value == $"Hosting/GrainHosting.{Choice}.cs";

    private static bool HoldsReferencesAlone(XElement element) =>
        element.Name.LocalName is "PackageReference" or "ProjectReference"
        || (element.Name.LocalName == "ItemGroup"
            && element.Elements().All(item => item.Name.LocalName is "PackageReference" or "ProjectReference"));
}
