using System.Collections.Immutable;
using System.Text.Json;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Ledger;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <summary>Check-ins and undo: decide, commit, hint at it to the boards.</summary>
internal sealed partial class UserGrain
{
    /// <summary>How long occupied time can matter: a run can be completed for 8 days in a challenge, outside of one for 15 at most.</summary>
    private static readonly TimeSpan OccupiedTimeKept = TimeSpan.FromDays(16);

    // Read with the first check-in of the activation.
    private ImmutableArray<OccupiedTimeRecord>? _occupied;

    /// <inheritdoc />
    public async Task<Outcome<CheckInAnswer>> CheckInAsync(GuidedCheckIn command, CancellationToken cancellationToken)
    {
        if (await FollowAsync(cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        var now = time.GetUtcNow();
        var run = new GuidedRun(command.StartedAt, command.PlannedSeconds, command.SkippedSeconds);
        var occupied = await OccupiedBesideAsync(command.RunId, cancellationToken);
        var decision = CheckInRules.CompleteRun(run, person.Calendars, occupied, now, command.CatchUp?.StartedAt);
        if (decision is not CheckInDecision.Accepted(var date))
        {
            return await RepeatOfAsync(command.CommandId, command.Fingerprint, cancellationToken) ?? UserRefusals.Of(decision);
        }

        var presence = command.CatchUp?.Presence.ToDomain();
        if (presence is not null && !occupied.LeavesEnoughOf(presence))
        {
            return await RepeatOfAsync(command.CommandId, command.Fingerprint, cancellationToken) ?? DayRefusals.TimeCounted;
        }

        var seconds = (int)run.Planned.TotalSeconds;
        var (kind, live) = command.CatchUp is { } caughtUp
            ? (CreditKind.Live, new SessionId(caughtUp.SessionId))
            : (CreditKind.Guided, (SessionId?)null);
        var completion = new CompletionRecord(command.RunId, date, command.RoutineId, command.Variant, seconds, live, now)
        {
            Occupied = [.. presence?.Intervals ?? [], .. run.Occupies(occupied, now)],
        };
        return await CommitAsync(command.CommandId, command.Fingerprint, new CreditRecord(date, kind, now), completion);
    }

    /// <inheritdoc />
    public async Task<Outcome<CheckInAnswer>> CreditLiveAsync(LiveCheckIn command, CancellationToken cancellationToken)
    {
        if (await FollowAsync(cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        var now = time.GetUtcNow();
        var date = person.Zone.DateAt(command.StartedAt);
        var id = $"live:{command.SessionId}";
        var runId = $"{id}:{Id.Value}";
        var presence = command.Presence.ToDomain();
        if (!(await OccupiedBesideAsync(runId, cancellationToken)).LeavesEnoughOf(presence))
        {
            return DayRefusals.TimeCounted;
        }

        var completion = new CompletionRecord(
            runId, date, command.RoutineId, null, (int)(presence.Total / 1000), new SessionId(command.SessionId), now)
        {
            Occupied = presence.Intervals,
        };
        return await CommitAsync(id, command.SessionId, new CreditRecord(date, CreditKind.Live, now), completion);
    }

    /// <inheritdoc />
    public async Task<Outcome<CheckInAnswer>> ReportAsync(SelfReport command, CancellationToken cancellationToken)
    {
        if (await FollowAsync(cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        var now = time.GetUtcNow();
        var decision = CheckInRules.SelfReport(command.Date, person.Calendars, person.Ledger, now);
        if (decision is not CheckInDecision.Accepted)
        {
            return await RepeatOfAsync(command.CommandId, command.Fingerprint, cancellationToken) ?? UserRefusals.Of(decision);
        }

        var credit = new CreditRecord(command.Date, CreditKind.SelfReported, now);
        return await CommitAsync(command.CommandId, command.Fingerprint, credit, completion: null);
    }

    /// <inheritdoc />
    public async Task<Refusal?> UndoAsync(DateOnly date, CancellationToken cancellationToken)
    {
        if (await FollowAsync(cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        if (person.Record.Credits.FirstOrDefault(credit => credit.Date == date) is not { } credit)
        {
            return DayRefusals.NothingToUndo(date);
        }

        var undo = UndoRules.Decide(new Credit(credit.Date, credit.Kind, credit.RecordedAt), person.Zone, time.GetUtcNow());
        if (undo is UndoDecision.TooLate late)
        {
            return DayRefusals.TooLateToUndo(late.LastDay);
        }

        if (await TryWriteAsync(() => ledger.CommitAsync(new UndoEntry(Id, date))) is not { } receipt)
        {
            return DayRefusals.LedgerBusy;
        }

        ReplacePerson(person.Without(date), receipt);
        return null;
    }

    // The time that runs and sessions other than this one occupy.
    private async Task<OccupiedTime> OccupiedBesideAsync(string runId, CancellationToken cancellationToken)
    {
        _occupied ??= await people.LoadOccupiedTimeAsync(Id, time.GetUtcNow() - OccupiedTimeKept, cancellationToken);
        return new OccupiedTime(_occupied.Value.Where(record => record.RunId != runId).Select(record => record.Interval));
    }

    private async Task<Outcome<CheckInAnswer>> CommitAsync(
        string commandId, string fingerprint, CreditRecord credit, CompletionRecord? completion)
    {
        var isNew = !_person!.Ledger.Done.Contains(credit.Date);
        var person = isNew ? _person.With(credit) : _person;
        var answer = new CheckInAnswer(credit.Date, isNew, credit.Kind, StreaksOf(person, credit.RecordedAt));
        var command = new CommandRecord(commandId, fingerprint, JsonSerializer.Serialize(answer), credit.RecordedAt);
        var entry = new CheckInEntry(Id, command, isNew ? credit : null, completion);
        var receipt = await TryWriteAsync(() => ledger.CommitAsync(entry));
        switch (receipt?.Outcome)
        {
            case LedgerOutcome.Committed:
                _occupied = _occupied?.AddRange(
                    completion?.Occupied.Select(interval => new OccupiedTimeRecord(completion.RunId, interval)) ?? []);
                CountStreaks(answer);
                ReplacePerson(person, receipt);
                return answer;
            case LedgerOutcome.CommandExists:
                return (await RepeatOfAsync(commandId, fingerprint, CancellationToken.None))!;
            case LedgerOutcome.RunExists:
                return DayRefusals.RunCompleted;
            case null:
                return DayRefusals.LedgerBusy;
            default:
                // Another activation credited the day, so memory is out of date: reload and commit again.
                _person = await LoadAsync(CancellationToken.None);
                _occupied = null;
                return await CommitAsync(commandId, fingerprint, credit, completion);
        }
    }

    // The answer of a command that is in the ledger already; null when the command is new.
    private async Task<Outcome<CheckInAnswer>?> RepeatOfAsync(string commandId, string fingerprint, CancellationToken cancellationToken) =>
        await people.FindCommandAsync(Id, commandId, cancellationToken) switch
        {
            null => null,
            { } first when first.Fingerprint == fingerprint => JsonSerializer.Deserialize<CheckInAnswer>(first.Answer)!,
            _ => DayRefusals.CommandReused,
        };

    private static ImmutableArray<ChallengeStreak> StreaksOf(Person person, DateTimeOffset now) =>
    [
        .. person.Present.Select(participation =>
        {
            var challenge = participation.Challenge;
            var streak = person.Record.ResultIn(challenge.Id)?.Totals
                ?? StreakFold.Fold(participation.Calendar, participation.Ledger, challenge.AsOf(now)).Totals;
            return new ChallengeStreak(challenge.Id.Value, streak.Current, streak.Best, streak.Freezes);
        }),
    ];

    private void CountStreaks(CheckInAnswer answer)
    {
        foreach (var streak in answer.Credited ? answer.Streaks : [])
        {
            metrics.StreakReached(streak.Streak);
        }
    }

    // Nobody waits for the boards.
    private void ReplacePerson(Person person, LedgerReceipt receipt)
    {
        _person = person;
        foreach (var change in receipt.Changes)
        {
            StandingsOf(change.Challenge).DaysChangedAsync(change.Number, person.Days).Ignore();
        }
    }

    // Returns null when the ledger's queue is full: nothing was written. A commit that has begun is not cancelled.
    private Task<LedgerReceipt?> TryWriteAsync(Func<Task<LedgerReceipt>> write) => DeactivateOnFailureAsync<LedgerReceipt?>(async () =>
    {
        try
        {
            return await write();
        }
        catch (LedgerBusyException)
        {
            return null;
        }
    });
}
