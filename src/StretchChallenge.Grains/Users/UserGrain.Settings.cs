using System.Collections.Immutable;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Programme;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Users;

/// <summary>Zone, work pattern, time off.</summary>
internal sealed partial class UserGrain
{
    /// <inheritdoc />
    public async Task<Outcome<PersonSettings>> GetSettingsAsync(CancellationToken cancellationToken) =>
        await FollowAsync(cancellationToken) is { } person ? SettingsOf(person) : AccountRefusals.UnknownPerson;

    /// <inheritdoc />
    public async Task<Outcome<PersonSettings>> ChangeSettingsAsync(PersonSettingsChange change, CancellationToken cancellationToken)
    {
        if (await FollowAsync(cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        TimeZoneInfo? zone = null;
        if (change.TimeZone is { } id && !TimeZones.TryFind(id, out zone))
        {
            return FieldRefusals.UnknownZone("timeZone");
        }

        WorkDays workDays = default;
        if (change.WorkDays is { } names && !WorkDays.TryParse(names, out workDays))
        {
            return FieldRefusals.UnknownWorkDays("workDays");
        }

        var now = time.GetUtcNow();
        var record = person.Record;
        if (zone is not null && zone.Id != person.ChosenZoneId)
        {
            record = record with { ZoneChanges = person.Zone.With(person.Zone.PlanChange(zone, now)).Changes };
            await SaveAsync(() => people.SaveZoneChangesAsync(Id, record.ZoneChanges));
        }

        if (change.WorkDays is not null)
        {
            var pattern = new WorkPattern(record.WorkPatterns).With(WorkPattern.PlanChange(person.Zone.DateAt(now), workDays));
            record = record with { WorkPatterns = pattern.Changes };
            await SaveAsync(() => people.SaveWorkPatternsAsync(Id, record.WorkPatterns));
        }

        ReplaceRecord(record);
        return SettingsOf(_person!);
    }

    /// <inheritdoc />
    public async Task<Outcome<TimeOffAdded>> AddTimeOffAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (await FollowAsync(cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        var today = person.Zone.DateAt(time.GetUtcNow());
        var entries = person.Record.TimeOff.Select(off => new TimeOffEntry(new DateRange(off.From, off.To), off.EnteredOn)).ToArray();
        var closed = await ClosedChallengesAsync(person, cancellationToken);
        var calendars = person.Participations.Where(participation => participation.Challenge.CancelledAt is null).Select(participation => participation.Calendar.Challenge).ToArray();
        var decision = TimeOffRules.Decide(
            new DateRange(from, to), today, person.Ledger.Done, entries, calendars.Except(closed), closed);
        if (decision is not TimeOffDecision.Accepted accepted)
        {
            return UserRefusals.Of(decision);
        }

        ImmutableArray<TimeOffRecord> timeOff =
        [
            .. accepted.Entries.Select(entry => new TimeOffRecord(Identifier.Next(), entry.Range.From, entry.Range.To, entry.EnteredOn)),
        ];
        await SaveAsync(() => people.AddTimeOffAsync(Id, timeOff));
        ReplaceRecord(person.Record with { TimeOff = person.Record.TimeOff.AddRange(timeOff) });
        return AddedTo(timeOff[^1].Id, from, to);
    }

    /// <inheritdoc />
    public async Task<Refusal?> RemoveTimeOffAsync(string timeOffId, CancellationToken cancellationToken)
    {
        if (await FollowAsync(cancellationToken) is not { } person)
        {
            return AccountRefusals.UnknownPerson;
        }

        if (TimeOffRow.Of(person.Record.TimeOff).FirstOrDefault(row => row.Has(timeOffId)) is not { } row)
        {
            return DayRefusals.UnknownTimeOff;
        }

        var today = person.Zone.DateAt(time.GetUtcNow());
        if (row.To <= today)
        {
            return DayRefusals.TimeOffPast;
        }

        var rest = person.Record.TimeOff;
        foreach (var entry in row.Entries.Where(entry => entry.To > today))
        {
            rest = rest.Remove(entry);
            if (TimeOffRules.RemainderAfterCancelling(new DateRange(entry.From, entry.To), today) is { } kept)
            {
                var shortened = entry with { To = kept.To };
                await SaveAsync(() => people.ReplaceTimeOffAsync(Id, shortened));
                rest = rest.Add(shortened);
            }
            else
            {
                await SaveAsync(() => people.RemoveTimeOffAsync(Id, entry.Id));
            }
        }

        ReplaceRecord(person.Record with { TimeOff = rest });
        return null;
    }

    private TimeOffAdded AddedTo(string id, DateOnly from, DateOnly to)
    {
        var row = TimeOffRow.Of(_person!.Record.TimeOff).First(row => row.Has(id)).ToView();
        return new TimeOffAdded(row.Id, row.From, row.To, Merged: row.From < from || row.To > to);
    }

    private static PersonSettings SettingsOf(Person person) => new(
        person.ChosenZoneId,
        person.Record.WorkPatterns is [.., var last] ? last.WorkDays.Names : null,
        [.. TimeOffRow.Of(person.Record.TimeOff).Select(row => row.ToView())]);

    private void ReplaceRecord(PersonRecord record)
    {
        _person = _person!.With(record);
        HintAtChange(_person);
    }

    // Boards are told after a failure too, because the write may have been committed.
    private async Task SaveAsync(Func<Task> save)
    {
        try
        {
            await DeactivateOnFailureAsync(save);
        }
        catch
        {
            HintAtChange(_person!);
            throw;
        }
    }

    private void HintAtChange(Person person)
    {
        foreach (var participation in person.Participations)
        {
            StandingsOf(participation.Challenge.Id).ChangedAsync().Ignore();
        }
    }

    private async Task<ImmutableArray<ChallengeCalendar>> ClosedChallengesAsync(Person person, CancellationToken cancellationToken)
    {
        var closed = ImmutableArray.CreateBuilder<ChallengeCalendar>();
        foreach (var participation in person.Participations)
        {
            if (await StateOfAsync(participation, cancellationToken) is ChallengeState.Closed or ChallengeState.Final)
            {
                closed.Add(participation.Calendar.Challenge);
            }
        }

        return closed.ToImmutable();
    }

    private async Task<ChallengeState> StateOfAsync(Participation participation, CancellationToken cancellationToken) =>
        await GrainFactory.GetGrain<IChallengeGrain>(participation.Challenge.Id.Value).GetStateAsync(cancellationToken) ?? ChallengeState.Final;
}
