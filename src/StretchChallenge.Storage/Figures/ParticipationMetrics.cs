using System.Diagnostics.Metrics;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Ledger;

namespace StretchChallenge.Storage.Figures;

/// <summary>
/// How people take part, in numbers alone: nothing here tells one person, team or challenge from another. What they mean
/// stands in deploy/TELEMETRY.md.
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

    /// <summary>On a meter of the program's factory.</summary>
    public ParticipationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _checkIns = meter.CreateCounter<long>("stretch.check_ins", "{check_in}", "Check-ins that are durable");
        _credits = meter.CreateCounter<long>("stretch.credits", "{day}", "Days that were done: check-ins that brought the day's credit");
        _undos = meter.CreateCounter<long>("stretch.undos", "{day}", "Days of which the credit was taken back");
        _exercise = meter.CreateCounter<long>("stretch.exercise.time", "s", "Time of the routines done");
        _streaks = meter.CreateHistogram(
            "stretch.streak.length", "{day}", "The streak in a challenge after a day's credit, in due days", advice: Buckets.OfStreaks);
        _breaks = meter.CreateCounter<long>("stretch.breaks", "{break}", "Live breaks, by what became of them");
    }

    /// <summary>A person's streak in one challenge after a day was done.</summary>
    public void StreakReached(int days) => _streaks.Record(days);

    /// <summary>An entry is durable.</summary>
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

    /// <summary>A live break was planned or opened.</summary>
    internal void BreakCreated() => CountBreak("created");

    /// <summary>A live break obeyed a command, and was in this phase afterwards.</summary>
    internal void BreakMoved(SessionCommand command, SessionPhase phase)
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

    /// <summary>A live break ran to its end.</summary>
    internal void BreakFinished() => CountBreak("finished");

    private void CountBreak(string what) => _breaks.Add(1, KeyValuePair.Create<string, object?>("stretch.break.event", what));

    private static string KindOf(CheckInEntry entry) => entry switch
    {
        { Credit.Kind: CreditKind.SelfReported } or { Completion: null } => "self-reported",
        { Completion.Session: not null } => "live",
        _ => "guided",
    };
}
