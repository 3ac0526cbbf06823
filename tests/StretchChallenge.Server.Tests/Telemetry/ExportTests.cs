using StretchChallenge.Testing.Telemetry;

namespace StretchChallenge.Server.Tests.Telemetry;

/// <summary>What a collector gets from a server at work.</summary>
public sealed class ExportTests(ObservedServer server) : IClassFixture<ObservedServer>
{
    private const string CheckIn = "POST /api/check-ins";

    private OtlpReceiver Receiver => server.Receiver;

    [Fact]
    public async Task Metrics_EveryDocumentedOne_ArrivesAsItIsDocumented()
    {
        Assert.True(DocumentedMetric.All.Count > 30);
        var sure = DocumentedMetric.All.Where(metric => metric.IsSure).ToList();

        await Receiver.UntilAsync(receiver => sure.All(metric => receiver.Points.Any(point => point.Instrument == metric.Name)));

        Assert.All(sure, metric => Assert.All(
            Receiver.Points.Where(point => point.Instrument == metric.Name),
            point => Assert.Equal((metric.Name, metric.Kind, metric.Unit), (point.Instrument, point.Kind, point.Unit))));
    }

    [Fact]
    public async Task Metrics_OfOurMeters_AreAllDocumented()
    {
        await Receiver.UntilAsync(receiver => receiver.Sum("stretch.breaks", "stretch.break.event", "finished") > 0);

        var ours = Receiver.Points.Where(point => point.Meter.StartsWith("StretchChallenge.", StringComparison.Ordinal));
        Assert.Empty(ours.Select(point => point.Instrument).Distinct().Except(DocumentedMetric.All.Select(metric => metric.Name)));
    }

    [Fact]
    public async Task Metrics_OfADayAtWork_SayWhatWasDone()
    {
        await Receiver.UntilAsync(receiver =>
            receiver.Sum("stretch.breaks", "stretch.break.event", "finished") > 0 && receiver.Sum("live.participants") > 1);

        Assert.Equal(1, Receiver.Sum("stretch.check_ins", "stretch.check_in.kind", "guided"));
        Assert.Equal(1, Receiver.Sum("stretch.credits"));
        Assert.Equal(1, Receiver.Sum("stretch.undos"));
        Assert.Equal(1, Receiver.Sum("stretch.streak.length"));
        Assert.True(Receiver.Sum("stretch.exercise.time") > 0);
        Assert.Equal(1, Receiver.Sum("stretch.breaks", "stretch.break.event", "started"));
        Assert.Equal(1, Receiver.Sum("live.rooms"));
        Assert.Equal(2, Receiver.Sum("live.participants"));
        Assert.Equal(1, Receiver.Sum("live.board.watches", "live.board", "personStreak"));
        Assert.True(Receiver.Sum("live.messages", "live.message", "session") >= 2);
        Assert.True(Receiver.Sum("live.relay.lag") >= 2);
        Assert.Equal(2, Receiver.Sum("ledger.commit.duration"));
        Assert.Equal(2, Receiver.Sum("ledger.queue.duration"));
        Assert.Equal(0, Receiver.Sum("ledger.queue.entries"));
        Assert.True(Receiver.Sum("orleans-grains", "grain_type", "user") >= 2);
        Assert.True(Receiver.Sum("http.server.request.duration", "http.route", "/api/check-ins") >= 1);
    }

    [Fact]
    public async Task Metrics_HaveFewSeries()
    {
        await Receiver.UntilAsync(receiver => receiver.Sum("stretch.breaks", "stretch.break.event", "finished") > 0);

        var series = Receiver.Points.Where(point => point.Meter.StartsWith("StretchChallenge.", StringComparison.Ordinal)).CountBy(point => point.Instrument);
        Assert.All(series, instrument => Assert.InRange(instrument.Value, 1, 10));
    }

    [Fact]
    public async Task Trace_OfACheckIn_SpansRequestGrainAndLedger()
    {
        await Receiver.UntilAsync(receiver => Commits(receiver).Any());

        var commit = Commits(Receiver).First();
        var above = Above(commit).Select(span => span.Name).ToList();
        Assert.Contains("IUserGrain/CheckInAsync", above);
        Assert.Equal(CheckIn, above[^1]);
        await Receiver.UntilAsync(receiver => receiver.Spans.Any(span => span.Name == "ledger transaction" && span.Links.Contains(commit.Id)));
    }

    [Fact]
    public async Task Trace_OfARequest_SaysItsRouteAndOutcome()
    {
        await Receiver.UntilAsync(receiver => Commits(receiver).Any());

        var request = Receiver.Spans.First(span => span.Name == CheckIn && span.Tags["http.response.status_code"] == "200");
        Assert.Equal("POST", request.Tags["http.request.method"]);
        Assert.Equal("/api/check-ins", request.Tags["http.route"]);
    }

    [Fact]
    public async Task Everything_HoldsNothingThatTellsPeopleApart()
    {
        await Receiver.UntilAsync(receiver =>
            Commits(receiver).Any() && receiver.Sum("stretch.breaks", "stretch.break.event", "finished") > 0);

        Assert.True(server.Secrets.Count > 8);
        Assert.All(server.Secrets, secret => Assert.DoesNotContain(secret, Receiver.Everything, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Resource_TellsTheNodesApart()
    {
        await Receiver.UntilAsync(receiver => receiver.Resource.Count > 0);

        Assert.Equal("stretch-challenge", Receiver.Resource["service.name"]);
        Assert.StartsWith(Environment.MachineName, Receiver.Resource["service.instance.id"], StringComparison.Ordinal);
        Assert.Equal("test", Receiver.Resource["deployment.environment.name"]);
    }

    // Those of the check-in, whose trace has arrived as a whole.
    private static IEnumerable<OtlpSpan> Commits(OtlpReceiver receiver) =>
        receiver.Spans.Where(span => span.Name == "ledger commit" && receiver.Spans.Any(other => other.TraceId == span.TraceId && other.Name == CheckIn));

    private List<OtlpSpan> Above(OtlpSpan span)
    {
        var above = new List<OtlpSpan>();
        for (var next = Parent(span); next is not null; next = Parent(next))
        {
            above.Add(next);
        }

        return above;
    }

    private OtlpSpan? Parent(OtlpSpan span) => Receiver.Spans.FirstOrDefault(other => other.TraceId == span.TraceId && other.Id == span.ParentId);
}
