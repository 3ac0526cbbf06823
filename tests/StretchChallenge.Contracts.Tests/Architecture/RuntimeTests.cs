namespace StretchChallenge.Contracts.Tests.Architecture;

/// <summary>What the sources of grains must not do.</summary>
public sealed class RuntimeTests
{
    [Fact]
    public void Sources_HaveNoConditionalCompilation()
    {
        var directives = SourceTree.Files()
            .Where(file => SourceTree.Read(file).Split('\n').Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal)));

        Assert.Empty(directives);
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
}
