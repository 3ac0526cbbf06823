using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StretchChallenge.Testing.Telemetry;

/// <summary>An OpenTelemetry collector for tests: takes OTLP over HTTP on the loopback address, and keeps what came.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, OtlpPoint> _points = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<OtlpSpan> _spans = [];
    private readonly ConcurrentQueue<string> _texts = [];
    private readonly SemaphoreSlim _arrivals = new(0);

    private OtlpReceiver(WebApplication app)
    {
        _app = app;
        app.MapPost("/v1/metrics", request => TakeAsync(request, TakeMetrics));
        app.MapPost("/v1/traces", request => TakeAsync(request, TakeSpans));
    }

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>Who sent last.</summary>
    public IReadOnlyDictionary<string, string> Resource { get; private set; } = new Dictionary<string, string>();

    /// <summary>Each series as it was sent last.</summary>
    public IReadOnlyCollection<OtlpPoint> Points => [.. _points.Values];

    /// <summary>All spans so far.</summary>
    public IReadOnlyCollection<OtlpSpan> Spans => [.. _spans];

    /// <summary>All that came, as text: bytes of numbers stand between the words.</summary>
    public string Everything => string.Join('\n', _texts);

    /// <summary>Starts to listen.</summary>
    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>The sum of an instrument's series with this tag; of all without one.</summary>
    public double Sum(string instrument, string? tag = null, string? value = null) => Points
        .Where(point => point.Instrument == instrument && (tag is null || point.Tags.GetValueOrDefault(tag) == value))
        .Sum(point => point.Value);

    /// <summary>Waits until what came so far is enough.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public async Task UntilAsync(Func<OtlpReceiver, bool> isEnough)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        while (!isEnough(this))
        {
            try
            {
                await _arrivals.WaitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                var names = Points.Select(point => point.Instrument).Concat(Spans.Select(span => span.Name)).Distinct();
                throw new TimeoutException($"What was waited for did not come. There is: {string.Join(", ", names.Order())}");
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrivals.Dispose();
    }

    private async Task TakeAsync(HttpContext context, Action<ReadOnlyMemory<byte>> take)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Resource = OtlpMessages.ReadResource(body.ToArray());
        take(body.ToArray());
        _texts.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
        _arrivals.Release();
    }

    private void TakeMetrics(ReadOnlyMemory<byte> export)
    {
        foreach (var point in OtlpMessages.ReadMetrics(export))
        {
            _points[$"{point.Instrument} {string.Join(' ', point.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal))}"] = point;
        }
    }

    private void TakeSpans(ReadOnlyMemory<byte> export)
    {
        foreach (var span in OtlpMessages.ReadSpans(export))
        {
            _spans.Enqueue(span);
        }
    }
}
