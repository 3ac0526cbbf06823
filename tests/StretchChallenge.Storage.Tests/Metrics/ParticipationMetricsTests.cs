using System.Diagnostics.Metrics;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Figures;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Sessions;
using StretchChallenge.Testing.Telemetry;

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
        using var figures = Record();
        var user = await RegisterAsync();
        var guided = Sample.CheckIn(user);
        var again = Sample.CheckIn(user) with { Credit = null };
        var live = Sample.CheckIn(user, Sample.Monday.AddDays(1));
        live = live with { Completion = live.Completion! with { Session = new SessionId("session") } };
        var reported = Sample.CheckIn(user, Sample.Monday.AddDays(2)) with { Completion = null };
        reported = reported with { Credit = reported.Credit! with { Kind = CreditKind.SelfReported } };

        foreach (var entry in (CheckInEntry[])[guided, again, live, reported])
        {
            await Writer.CommitAsync(entry);
        }

        var checkIns = figures.Sums("stretch.check_ins", Kind);
        Assert.Equal((2, 1, 1), (checkIns["guided"], checkIns["live"], checkIns["self-reported"]));
        var credits = figures.Sums("stretch.credits", Kind);
        Assert.Equal((1, 1, 1), (credits["guided"], credits["live"], credits["self-reported"]));
        Assert.Equal(720, figures.Sums("stretch.exercise.time", Kind)["guided"]);
    }

    [Fact]
    public async Task CheckIn_ThatIsRefused_IsNotCounted()
    {
        using var figures = Record();
        using var ledger = new MeterRecorder(Get<IMeterFactory>(), LedgerMetrics.MeterName);
        var first = Sample.CheckIn(await RegisterAsync());
        await Writer.CommitAsync(first);

        Assert.Equal(LedgerOutcome.CommandExists, await Writer.CommitAsync(first));

        Assert.Equal(1, figures.Sums("stretch.check_ins", Kind)["guided"]);
        Assert.Equal(1, ledger.Sums("ledger.refusals", "ledger.refusal.reason")["command-exists"]);
    }

    [Fact]
    public async Task Undo_OfADay_IsCounted()
    {
        using var figures = Record();
        var user = await RegisterAsync();
        await Writer.CommitAsync(Sample.CheckIn(user));

        await Writer.CommitAsync(new UndoEntry(user, Sample.Monday));

        Assert.Equal([1d], figures.Of("stretch.undos"));
    }

    [Fact]
    public async Task Breaks_AreCountedAsTheyBeginAndEnd()
    {
        using var figures = Record();
        var (ran, ended, cancelled) = (await OpenAsync(), await OpenAsync(), await OpenAsync());

        await Sessions.AddEventAsync(ran, 1, new SessionEvent(SessionCommand.Start, 1_000), SessionPhase.Running);
        await Sessions.AddEventAsync(ran, 2, new SessionEvent(SessionCommand.Pause, 2_000), SessionPhase.Paused);
        await Sessions.AddEventAsync(ran, 3, new SessionEvent(SessionCommand.Resume, 3_000), SessionPhase.Running);
        await Sessions.FinishAsync(ran);
        await Sessions.AddEventAsync(ended, 1, new SessionEvent(SessionCommand.Start, 1_000), SessionPhase.Running);
        await Sessions.AddEventAsync(ended, 2, new SessionEvent(SessionCommand.End, 2_000), SessionPhase.Finished);
        await Sessions.AddEventAsync(cancelled, 1, new SessionEvent(SessionCommand.End, 1_000), SessionPhase.Cancelled);

        var breaks = figures.Sums("stretch.breaks", "stretch.break.event");
        Assert.Equal((3, 2, 2, 1), (breaks["created"], breaks["started"], breaks["finished"], breaks["cancelled"]));
    }

    private async Task<SessionId> OpenAsync()
    {
        var challenge = Sample.Challenge();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, await RegisterAsync()));
        var session = Sample.Session(challenge.Id, await RegisterAsync());
        Assert.True(await Sessions.CreateAsync(session));
        return session.Id;
    }

    private MeterRecorder Record() => new(Get<IMeterFactory>(), ParticipationMetrics.MeterName);
}
