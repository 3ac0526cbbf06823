using Orleans.Concurrency;

namespace Orleans.InProcess.Tests;

/// <summary>A grain with a timer, each tick of which passes the gate <c>tick</c>.</summary>
[Alias("tests.clockwork")]
public interface IClockworkGrain : IGrainWithStringKey
{
    /// <summary>Starts the timer: 10 seconds, then each minute.</summary>
    [Alias("wind")]
    Task WindAsync(bool interleave, bool keepAlive);

    /// <summary>Sets the timer anew.</summary>
    [Alias("change")]
    Task ChangeAsync(TimeSpan dueTime, TimeSpan period);

    /// <summary>Stops the timer.</summary>
    [Alias("stop")]
    Task StopAsync();

    /// <summary>Makes ticks fail from now on.</summary>
    [Alias("break")]
    Task BreakAsync();

    /// <summary>Passes the gate, excluding other turns.</summary>
    [Alias("hold")]
    Task HoldAsync(string gate);

    /// <summary>Returns how many ticks have begun, whatever else is going on.</summary>
    [AlwaysInterleave]
    [Alias("count")]
    Task<int> CountAsync();

    /// <summary>Returns how many ticks have begun, once no tick is under way.</summary>
    [Alias("settle")]
    Task<int> SettleAsync();
}
