using System.Collections.Concurrent;
using System.Diagnostics;

namespace StretchChallenge.Testing.Telemetry;

/// <summary>Writes down the spans below one of a test's own: others of the process are none of its business.</summary>
public sealed class SpanRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly Activity _root = new("test");

    /// <summary>Begins to listen to sources, with a span of the test's own around what follows.</summary>
    public SpanRecorder(params string[] sources)
    {
        _root.SetIdFormat(ActivityIdFormat.W3C);
        _root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name, StringComparer.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
        _root.Start();
    }

    /// <summary>The test's own span.</summary>
    public Activity Root => _root;

    /// <summary>The spans that have ended below the test's own, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans.Where(span => span.TraceId == _root.TraceId)];

    /// <summary>The spans that have ended and link to one of these.</summary>
    public IReadOnlyList<Activity> LinkedTo(Activity span) =>
        [.. _spans.Where(other => other.Links.Any(link => link.Context.SpanId == span.SpanId))];

    /// <inheritdoc />
    public void Dispose()
    {
        _root.Stop();
        _listener.Dispose();
    }
}
