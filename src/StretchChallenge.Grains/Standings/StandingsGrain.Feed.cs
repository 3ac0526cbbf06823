using System.Collections.Immutable;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain.Standings;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Standings;

/// <summary>Following the challenge's feed: reading what changed, and taking hints of check-ins.</summary>
internal sealed partial class StandingsGrain
{
    /// <summary>How often the feed is looked at while anybody watches, in case a hint was lost.</summary>
    private static readonly TimeSpan FeedCheck = TimeSpan.FromSeconds(2);

    /// <summary>How many hints wait for earlier changes. Those of a board that nobody reads are dropped, and read later.</summary>
    private const int MaxWaiting = 256;

    // Up to which change of the feed the boards are as stored, and the hints of later ones, by their number.
    private readonly Dictionary<long, PersonDays> _waiting = [];
    private long _number;
    private bool _isReading;

    // The corrected days of the few who have some: hints tell what the person did.
    private Dictionary<string, ImmutableArray<DayCorrection>> _corrections = [];

    /// <inheritdoc />
    public Task DaysChangedAsync(long number, PersonDays days)
    {
        if (number > _number)
        {
            _waiting[number] = days;
            TakeHints();
            SchedulePublishing();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task ChangedAsync()
    {
        SchedulePublishing();
        return Task.CompletedTask;
    }

    private void StartFollowing() => this.RegisterGrainTimer(CheckFeedAsync, FeedCheck, FeedCheck);

    private async Task CheckFeedAsync(CancellationToken cancellationToken)
    {
        if (Subscriptions.Boards.Count > 0)
        {
            await RetryLaterOnFailureAsync(async () =>
            {
                if (await feed.FindLastAsync(Id, cancellationToken) != _number)
                {
                    SchedulePublishing();
                }
            });
        }
    }

    // Reads what the feed has besides. Nothing changes in memory unless all could be read. Hints that come meanwhile wait, because
    // what is being read may be older.
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var last = await feed.FindLastAsync(Id, cancellationToken);
        if (last <= _number)
        {
            return;
        }

        if (last is null && _challenge is null)
        {
            DeactivateOnIdle();
            return;
        }

        _isReading = true;
        try
        {
            if (await ReadAsync(cancellationToken) is { } changes)
            {
                PutAll(changes.People);
                _number = changes.Number;
            }
            else
            {
                await LoadAsync(cancellationToken);
            }
        }
        finally
        {
            _isReading = false;
            foreach (var number in _waiting.Keys.Where(number => number <= _number).ToArray())
            {
                _waiting.Remove(number);
            }

            TakeHints();
        }

        SchedulePublishing();
    }

    // Null when everything has to be read.
    private async Task<FeedChanges?> ReadAsync(CancellationToken cancellationToken)
    {
        var changes = await feed.ReadAsync(Id, _number, cancellationToken);
        if (changes is null || _challenge is not { } known || changes.People.Length != changes.Changed.Count)
        {
            return null;
        }

        if (changes.OfChallenge)
        {
            var challenge = await challenges.LoadAsync(Id, cancellationToken);
            var teams = await challenges.LoadTeamsAsync(Id, cancellationToken);
            if (challenge?.HasCalendarOf(known) != true)
            {
                return null;
            }

            _challenge = challenge;
            Teams.Set(teams);
        }

        return changes;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        // Read before what it stands for: what changes meanwhile is read again.
        var number = await feed.FindLastAsync(Id, cancellationToken);
        var challenge = await challenges.LoadAsync(Id, cancellationToken);
        var teams = await challenges.LoadTeamsAsync(Id, cancellationToken);
        var (ofTeams, withoutTeam) = (await sealedDays.LoadAsync(Id, cancellationToken), await sealedDays.LoadWithoutTeamAsync(Id, cancellationToken));
        // Until all are read, hints wait and readers see the boards of before. They are folded with the next read, in slices.
        var read = challenge is null ? null : await ReadPeopleAsync(challenge, cancellationToken);
        (_challenge, _calendar, _number) = (challenge, challenge?.ToCalendar(), number ?? 0);
        (_people, _corrections) = (read?.People, read?.Corrections ?? []);
        Teams.SetSealed(ofTeams, withoutTeam);
        Teams.Set(teams);
    }

    private async Task<LoadedPeople> ReadPeopleAsync(ChallengeRecord challenge, CancellationToken cancellationToken)
    {
        var mapping = new ParticipantMapping(challenge);
        var read = new LoadedPeople(new PeopleBoards(mapping.Challenge, await participants.CountAsync(Id, cancellationToken)), []);
        await participants.ReadEverybodyAsync(
            challenge,
            person =>
            {
                read.People.Put(mapping.BoardPersonOf(person));
                NoteCorrections(read.Corrections, person);
            },
            cancellationToken);
        return read;
    }

    private void PutAll(ImmutableArray<PersonRecord> records)
    {
        var mapping = new ParticipantMapping(_challenge!);
        foreach (var person in records.Select(record => EnrolledPerson.Of(record, _challenge!)).OfType<EnrolledPerson>())
        {
            // The teams that they leave change too.
            TouchTeamsOf(person.Id.Value);
            _people!.Put(mapping.BoardPersonOf(person));
            NoteCorrections(_corrections, person);
            TouchTeamsOf(person.Id.Value);
        }
    }

    private static void NoteCorrections(Dictionary<string, ImmutableArray<DayCorrection>> corrections, EnrolledPerson person)
    {
        corrections.Remove(person.Id.Value);
        if (!person.Corrections.IsEmpty)
        {
            corrections.Add(person.Id.Value, person.Corrections);
        }
    }

    private void TakeHints()
    {
        while (!_isReading && !IsCancelled && _waiting.Remove(_number + 1, out var days)
            && _people?.SetDays(days.UserId, days.ToLedger().Corrected(_corrections.GetValueOrDefault(days.UserId, []))) == true)
        {
            TouchTeamsOf(days.UserId);
            _number++;
        }

        if (_waiting.Count > MaxWaiting)
        {
            _waiting.Clear();
        }
    }

    private void TouchTeamsOf(string userId)
    {
        foreach (var membership in _people!.TeamsOf(userId))
        {
            Teams.Touch(membership.Team);
        }
    }

    /// <summary>Everybody as stored.</summary>
    private sealed record LoadedPeople(PeopleBoards People, Dictionary<string, ImmutableArray<DayCorrection>> Corrections);
}
