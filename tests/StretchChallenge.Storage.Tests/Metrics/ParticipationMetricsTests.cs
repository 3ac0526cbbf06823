using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Metrics;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Storage.Tests.Ledger;

namespace StretchChallenge.Storage.Tests.Metrics;

/// <summary>What is counted is what is durable.</summary>
public sealed class ParticipationMetricsTests() : StorageTests(null)
{
    private const string Kind = "stretch.check_in.kind";

    private ILedgerWriter Writer => Get<ILedgerWriter>();

    private ISessionStore Sessions => Get<ISessionStore>();

    [Fact]
    public async Task CheckIns_OfEachKind_AreCountedOnceDurable()
    {
        using var checkIns = Collect("stretch.check_ins");
        using var credits = Collect("stretch.credits");
        using var exercise = Collect("stretch.exercise.time");
        var user = await RegisterAsync();
        var guided = Sample.CheckIn(user);
        var again = Sample.CheckIn(user) with { Credit = null };
        var live = Sample.CheckIn(user, Sample.Monday.AddDays(1));
        live = live with { Completion = live.Completion! with { Session = new SessionId("session") } };
        var reported = Sample.CheckIn(user, Sample.Monday.AddDays(2)) with { Completion = null };
        reported = reported with { Credit = reported.Credit! with { Kind = CreditKind.SelfReported } };

        foreach (var entry in (CheckInEntry[])[guided, again, live, reported])
        {
            await Writer.OutcomeAsync(entry);
        }

        Assert.Equal((2, 1, 1), (Sum(checkIns, Kind, "guided"), Sum(checkIns, Kind, "live"), Sum(checkIns, Kind, "self-reported")));
        Assert.Equal((1, 1, 1), (Sum(credits, Kind, "guided"), Sum(credits, Kind, "live"), Sum(credits, Kind, "self-reported")));
        Assert.Equal(720, Sum(exercise, Kind, "guided"));
    }

    [Fact]
    public async Task CheckIn_ThatIsRefused_IsNotCounted()
    {
        using var checkIns = Collect("stretch.check_ins");
        using var refusals = new MetricCollector<long>(Get<IMeterFactory>(), LedgerMetrics.MeterName, "ledger.refusals");
        var first = Sample.CheckIn(await RegisterAsync());
        await Writer.OutcomeAsync(first);

        Assert.Equal(LedgerOutcome.CommandExists, await Writer.OutcomeAsync(first));

        Assert.Equal(1, Sum(checkIns, Kind, "guided"));
        Assert.Equal(1, Sum(refusals, "ledger.refusal.reason", "command-exists"));
    }

    [Fact]
    public async Task Undo_OfADay_IsCounted()
    {
        using var undos = Collect("stretch.undos");
        var user = await RegisterAsync();
        await Writer.OutcomeAsync(Sample.CheckIn(user));

        await Writer.CommitAsync(new UndoEntry(user, Sample.Monday));

        Assert.Equal([1L], undos.GetMeasurementSnapshot().Select(measurement => measurement.Value));
    }

    [Fact]
    public async Task Breaks_AreCountedAsTheyBeginAndEnd()
    {
        using var breaks = Collect("stretch.breaks");
        var (ran, ended, cancelled) = (await OpenAsync(), await OpenAsync(), await OpenAsync());

        await Sessions.AddEventAsync(ran, 1, new SessionEvent(SessionCommand.Start, 1_000), SessionPhase.Running);
        await Sessions.AddEventAsync(ran, 2, new SessionEvent(SessionCommand.Pause, 2_000), SessionPhase.Paused);
        await Sessions.AddEventAsync(ran, 3, new SessionEvent(SessionCommand.Resume, 3_000), SessionPhase.Running);
        await Sessions.FinishAsync(ran);
        await Sessions.AddEventAsync(ended, 1, new SessionEvent(SessionCommand.Start, 1_000), SessionPhase.Running);
        await Sessions.AddEventAsync(ended, 2, new SessionEvent(SessionCommand.End, 2_000), SessionPhase.Finished);
        await Sessions.AddEventAsync(cancelled, 1, new SessionEvent(SessionCommand.End, 1_000), SessionPhase.Cancelled);

        string[] events = ["created", "started", "finished", "cancelled"];
        Assert.Equal([3L, 2L, 2L, 1L], events.Select(name => Sum(breaks, "stretch.break.event", name)));
    }

    private async Task<SessionId> OpenAsync()
    {
        var challenge = Sample.Challenge();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, await RegisterAsync()));
        var session = Sample.Session(challenge.Id, await RegisterAsync());
        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(session));
        return session.Id;
    }

    private MetricCollector<long> Collect(string instrument) => new(Get<IMeterFactory>(), ParticipationMetrics.MeterName, instrument);

    private static long Sum(MetricCollector<long> collector, string tag, string value) => collector.GetMeasurementSnapshot()
        .ContainsTags(new KeyValuePair<string, object?>(tag, value))
        .EvaluateAsCounter();
}
