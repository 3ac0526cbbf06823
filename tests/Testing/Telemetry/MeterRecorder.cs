using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace StretchChallenge.Testing.Telemetry;

/// <summary>
/// Writes down what the meters of one program measure. It stands in for MetricCollector of
/// Microsoft.Extensions.Diagnostics.Testing, which not every registry carries.
/// </summary>
public sealed class MeterRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Reading> _readings = [];

    /// <summary>Begins with the instruments of the program's factory whose meter has this name.</summary>
    public MeterRecorder(IMeterFactory meters, string meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Meter.Name == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>(Add);
        _listener.Start();
    }

    /// <summary>All that was measured so far, oldest first; what is only read when asked for, as of now.</summary>
    public IReadOnlyList<Reading> Readings
    {
        get
        {
            _listener.RecordObservableInstruments();
            return [.. _readings];
        }
    }

    /// <summary>What an instrument has measured, oldest first.</summary>
    public IReadOnlyList<double> Of(string instrument) =>
        [.. Readings.Where(reading => reading.Instrument == instrument).Select(reading => reading.Value)];

    /// <summary>The sum of what an instrument has measured under each value of a tag.</summary>
    public IReadOnlyDictionary<string, double> Sums(string instrument, string tag) => Readings
        .Where(reading => reading.Instrument == instrument)
        .GroupBy(reading => reading.Tags.GetValueOrDefault(tag, ""), StringComparer.Ordinal)
        .ToDictionary(readings => readings.Key, readings => readings.Sum(reading => reading.Value), StringComparer.Ordinal);

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state = null)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in tags)
        {
            texts[name] = $"{text}";
        }

        _readings.Enqueue(new Reading(instrument.Name, value, texts));
    }
}
