namespace Orleans.InProcess.Tests;

/// <summary>What a grain throws, its caller gets.</summary>
public sealed class ExceptionTests
{
    [Fact]
    public async Task Exception_BeforeAnAwait_ReachesTheCallerWithTypeMessageAndStack()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("early");

        var call = player.FailAsync("out of tune");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => call);
        Assert.Equal("out of tune", exception.Message);
        Assert.Contains(nameof(IPlayerGrain.FailAsync), exception.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_AfterAnAwait_ReachesTheCallerWithTypeMessageAndStack()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("late");

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => player.FailLateAsync("flat").AsTask());

        Assert.Equal("flat", exception.Message);
        Assert.Contains(nameof(IPlayerGrain.FailLateAsync), exception.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_LeavesTheActivationInPlace()
    {
        await using var host = await GrainHost.StartAsync();
        var player = host.Grains.GetGrain<IPlayerGrain>("resilient");
        var before = await player.WhoAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => player.FailAsync("once"));

        Assert.Equal(before, await player.WhoAsync());
    }
}
