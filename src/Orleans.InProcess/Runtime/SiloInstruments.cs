using System.Diagnostics.Metrics;

namespace Orleans.InProcess;

/// <summary>
/// The figures of a silo that make sense in one process, with Orleans' own meter, names, units and tags, so that an
/// operator's dashboards serve both.
/// </summary>
internal sealed class SiloInstruments
{
    /// <summary>Upper bounds of the latency's ranges in milliseconds; above the last one there is one more.</summary>
    private static readonly long[] Bounds = [1, 2, 4, 6, 8, 10, 50, 100, 200, 400, 800, 1000, 1500, 2000, 5000, 10_000, 15_000, long.MaxValue];

    private readonly TimeProvider _clock;
    private readonly UpDownCounter<int> _grains;
    private readonly Counter<int> _created;
    private readonly Counter<int> _failed;
    private readonly ObservableCounter<long> _latency;
    private readonly Counter<long> _timedOut;
    private readonly long[] _latencies = new long[Bounds.Length];
    private long _latencyCount;
    private long _latencySum;

    /// <summary>On a meter of the host's factory.</summary>
    public SiloInstruments(IMeterFactory meters, TimeProvider clock, Func<int> activations)
    {
        _clock = clock;
        var meter = meters.Create("Microsoft.Orleans");
        meter.CreateObservableGauge("orleans-catalog-activations", activations);
        _grains = meter.CreateUpDownCounter<int>("orleans-grains");
        _created = meter.CreateCounter<int>("orleans-catalog-activation-created");
        _failed = meter.CreateCounter<int>("orleans-catalog-activation-failed-to-activate");
        _latency = meter.CreateObservableCounter("orleans-app-requests-latency-bucket", CollectLatencies);
        meter.CreateObservableCounter("orleans-app-requests-latency-count", () => Interlocked.Read(ref _latencyCount));
        meter.CreateObservableCounter("orleans-app-requests-latency-sum", () => Interlocked.Read(ref _latencySum));
        _timedOut = meter.CreateCounter<long>("orleans-app-requests-timedout");
    }

    /// <summary>An activation of a class has come.</summary>
    public void Created(GrainClass grainClass)
    {
        _created.Add(1);
        _grains.Add(1, TypeOf(grainClass));
    }

    /// <summary>An activation of a class has gone, well or badly.</summary>
    public void Gone(GrainClass grainClass) => _grains.Add(-1, TypeOf(grainClass));

    /// <summary>An activation could not begin.</summary>
    public void FailedToActivate() => _failed.Add(1);

    /// <summary>A call has its answer.</summary>
    /// <param name="postedAt">When it was made, as a timestamp of the silo's clock.</param>
    public void Answered(long postedAt)
    {
        if (!_latency.Enabled)
        {
            return;
        }

        var milliseconds = (long)_clock.GetElapsedTime(postedAt).TotalMilliseconds;
        Interlocked.Increment(ref _latencies[Array.FindIndex(Bounds, bound => milliseconds <= bound)]);
        Interlocked.Increment(ref _latencyCount);
        Interlocked.Add(ref _latencySum, milliseconds);
    }

    /// <summary>A call was given up, because its answer took too long.</summary>
    public void TimedOut(string grainType) => _timedOut.Add(1, KeyValuePair.Create<string, object?>("grain_type", grainType));

    // How many fell into each range alone.
    private IEnumerable<Measurement<long>> CollectLatencies() => Bounds.Select((bound, index) =>
        new Measurement<long>(Interlocked.Read(ref _latencies[index]), KeyValuePair.Create<string, object?>("duration", $"{bound}ms")));

    private static KeyValuePair<string, object?> TypeOf(GrainClass grainClass) => new("type", grainClass.FullName);
}
