using System.Diagnostics.Metrics;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Metrics;

/// <summary>
/// Metrics of participation. They have no attribute that identifies a person, team or challenge. deploy/TELEMETRY.md
/// describes them.
/// </summary>
public sealed class ParticipationMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "StretchChallenge.Participation";

    private readonly Counter<long> _checkIns;
    private readonly Counter<long> _credits;
    private readonly Counter<long> _undos;
    private readonly Counter<long> _exercise;
    private readonly Histogram<int> _streaks;
    private readonly Counter<long> _breaks;

    /// <summary>Creates the instruments.</summary>
    public ParticipationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _checkIns = meter.CreateCounter<long>("stretch.check_ins", "{check_in}", "Check-ins that are durable");
        _credits = meter.CreateCounter<long>("stretch.credits", "{day}", "Days that were done: check-ins that brought the day's credit");
        _undos = meter.CreateCounter<long>("stretch.undos", "{day}", "Days of which the credit was taken back");
        _exercise = meter.CreateCounter<long>("stretch.exercise.time", "s", "Time of the routines done");
        _streaks = meter.CreateHistogram(
            "stretch.streak.length", "{day}", "The streak in a challenge after a day's credit, in due days", advice: HistogramBuckets.StreakLengths);
        _breaks = meter.CreateCounter<long>("stretch.breaks", "{break}", "Live breaks, by what became of them");
    }

    /// <summary>Records a person's streak in one challenge after a completed day.</summary>
    public void StreakReached(int days) => _streaks.Record(days);

    /// <summary>Counts an entry that was committed.</summary>
    internal void Committed(LedgerEntry entry)
    {
        switch (entry)
        {
            case CheckInEntry checkIn:
                var kind = KeyValuePair.Create<string, object?>("stretch.check_in.kind", KindOf(checkIn));
                _checkIns.Add(1, kind);
                _credits.Add(checkIn.Credit is null ? 0 : 1, kind);
                _exercise.Add(checkIn.Completion?.Seconds ?? 0, kind);
                break;
            case UndoEntry:
                _undos.Add(1);
                break;
            default:
                break;
        }
    }

    /// <summary>Counts a session that was planned or opened.</summary>
    internal void SessionCreated() => CountBreak("created");

    /// <summary>Counts the effect of a command on a session, by the phase after it.</summary>
    internal void SessionCommandApplied(SessionCommand command, SessionPhase phase)
    {
        switch (phase)
        {
            case SessionPhase.Running when command == SessionCommand.Start:
                CountBreak("started");
                break;
            case SessionPhase.Finished:
                CountBreak("finished");
                break;
            case SessionPhase.Cancelled:
                CountBreak("cancelled");
                break;
            default:
                break;
        }
    }

    /// <summary>Counts a session that ran to its end.</summary>
    internal void SessionFinished() => CountBreak("finished");

    private void CountBreak(string what) => _breaks.Add(1, KeyValuePair.Create<string, object?>("stretch.break.event", what));

    private static string KindOf(CheckInEntry entry) => entry switch
    {
        { Credit.Kind: CreditKind.SelfReported } or { Completion: null } => "self-reported",
        { Completion.Session: not null } => "live",
        _ => "guided",
    };
}

/// <summary>Bucket boundaries of histograms.</summary>
internal static class HistogramBuckets
{
    /// <summary>Seconds, from 0.1 ms to 5 s.</summary>
    public static InstrumentAdvice<double> ShortDurations { get; } = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    };

    /// <summary>Entries in one transaction.</summary>
    public static InstrumentAdvice<int> EntryCounts { get; } = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] };

    /// <summary>Due days of a streak: eight weeks have 40 or, with weekends, 56.</summary>
    public static InstrumentAdvice<int> StreakLengths { get; } = new() { HistogramBucketBoundaries = [1, 2, 3, 5, 10, 15, 20, 25, 30, 35, 40, 56] };
}
