using System.Diagnostics.Metrics;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Server.Live;

/// <summary>The metrics of the live connections of this server. deploy/TELEMETRY.md describes them.</summary>
internal sealed class LiveMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "StretchChallenge.Live";

    private static readonly InstrumentAdvice<double> LagBuckets = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private readonly Meter _meter;
    private readonly UpDownCounter<int> _watches;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _lags;
    private readonly Counter<long> _gaps;
    private readonly TimeProvider _time;

    /// <summary>Creates the instruments.</summary>
    public LiveMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create(MeterName);
        _watches = _meter.CreateUpDownCounter<int>("live.board.watches", "{watch}", "Boards that connections to this server watch");
        _messages = _meter.CreateCounter<long>("live.messages", "{message}", "Messages handed to SignalR, once for all who get the same");
        _failures = _meter.CreateCounter<long>("live.send.failures", "{message}", "Messages that could not be handed to SignalR");
        _lags = _meter.CreateHistogram(
            "live.relay.lag", "s", "From a change of a live break in its grain until this server passes it on", advice: LagBuckets);
        _gaps = _meter.CreateCounter<long>("live.relay.gaps", "{gap}", "Changes missed by this server and made up for at a renewal");
    }

    /// <summary>A connection starts or stops watching a board.</summary>
    public void Watch(BoardKind board, int change) => _watches.Add(change, KeyValuePair.Create<string, object?>("live.board", board.Name()));

    /// <summary>A message of this kind was handed to SignalR.</summary>
    public void Sent(string message) => _messages.Add(1, KeyValuePair.Create<string, object?>("live.message", message));

    /// <summary>A message could not be handed to SignalR.</summary>
    public void SendFailed() => _failures.Add(1);

    /// <summary>A change of this instant is pushed to clients; the clocks of the machines may differ a little.</summary>
    public void Pushed(long heldAtMs) =>
        _lags.Record(Math.Max(0, (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds - (heldAtMs / 1000d)));

    /// <summary>A missed change was noticed and is pushed now.</summary>
    public void Missed() => _gaps.Add(1);

    /// <summary>Observes how many sessions this server subscribes to, and how many people are in them through it.</summary>
    public void ObserveRooms(Func<int> rooms, Func<int> people)
    {
        _meter.CreateObservableUpDownCounter("live.rooms", rooms, "{room}", "Live breaks with somebody connected to this server");
        _meter.CreateObservableUpDownCounter("live.participants", people, "{person}", "People in live breaks by this server");
    }

    /// <summary>Observes how many walls are connected.</summary>
    public void ObserveWalls(Func<int> walls) =>
        _meter.CreateObservableUpDownCounter("live.walls", walls, "{wall}", "Walls connected to this server");
}
