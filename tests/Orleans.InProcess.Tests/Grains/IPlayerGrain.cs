using Orleans.Concurrency;

namespace Orleans.InProcess.Tests;

/// <summary>A grain that plays scenes, with each kind of request.</summary>
[Alias("tests.player")]
public interface IPlayerGrain : IGrainWithStringKey
{
    /// <summary>Passes the scene's gate; excludes other scenes.</summary>
    [Alias("play")]
    Task PlayAsync(Scene scene, CancellationToken cancellationToken = default);

    /// <summary>Passes the scene's gate; tolerates others that watch.</summary>
    [ReadOnly]
    [Alias("watch")]
    Task WatchAsync(Scene scene, CancellationToken cancellationToken = default);

    /// <summary>Passes the scene's gate; tolerates everything.</summary>
    [AlwaysInterleave]
    [Alias("listen")]
    Task ListenAsync(Scene scene, CancellationToken cancellationToken = default);

    /// <summary>Passes the scene's gate and fails, while nobody waits.</summary>
    [OneWay]
    [Alias("shout")]
    Task ShoutAsync(Scene scene);

    /// <summary>Returns which activation this is, whatever else is going on.</summary>
    [AlwaysInterleave]
    [Alias("who")]
    ValueTask<Guid> WhoAsync();

    /// <summary>Fails at once, before there is a task.</summary>
    [Alias("fail")]
    Task FailAsync(string message);

    /// <summary>Fails after an await.</summary>
    [Alias("fail-late")]
    ValueTask<int> FailLateAsync(string message);

    /// <summary>Has another player play a scene; tells whether this one's own turn went on where it belongs.</summary>
    [Alias("direct")]
    Task<bool> DirectAsync(string other, Scene scene);

    /// <summary>Has another player direct this one, which is busy waiting for just that.</summary>
    [Alias("direct-each-other")]
    Task DirectEachOtherAsync(string other);

    /// <summary>Passes the scene's gate, and wants the activation to end after that.</summary>
    [Alias("leave")]
    Task LeaveAfterAsync(Scene scene);

    /// <summary>Puts idle collection off.</summary>
    [Alias("linger")]
    Task LingerAsync(TimeSpan span);
}
