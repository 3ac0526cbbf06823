using System.Collections.Immutable;
using Orleans;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Teams;

/// <inheritdoc cref="ITeamGrain" />
/// <remarks>It folds when it is read, not when it is told: a hundred check-ins between two reads cost one fold.</remarks>
internal sealed class TeamGrain(IPeopleStore people, IChallengeStore challenges, TimeProvider time) : LedgerGrain, ITeamGrain
{
    private readonly Dictionary<string, TeamMember> _members = [];
    private TeamRecord? _team;
    private ChallengeRecord? _challenge;
    private TeamSnapshot? _snapshot;

    private TeamId Id => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken token) => LoadAsync(token);

    /// <inheritdoc />
    public Task<TeamSnapshot?> GetSnapshotAsync()
    {
        var now = time.GetUtcNow();
        if (_snapshot is null || _snapshot.NextChange <= now)
        {
            _snapshot = Fold(now);
        }

        return Task.FromResult(_snapshot);
    }

    /// <inheritdoc />
    public Task DaysChangedAsync(PersonDays days)
    {
        if (!_members.TryGetValue(days.UserId, out var member))
        {
            return RefreshMemberAsync(days.UserId);
        }

        _members[days.UserId] = new TeamMember(member.Id, member.Memberships, member.Calendar, days.ToLedger());
        _snapshot = null;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task RefreshMemberAsync(string userId)
    {
        var record = await OrForgetAsync(() => people.LoadAsync(new UserId(userId)));
        _members.Remove(userId);
        if (record is not null)
        {
            Add(record);
        }

        _snapshot = null;
    }

    /// <inheritdoc />
    public Task ReloadAsync() => OrForgetAsync(() => LoadAsync(CancellationToken.None));

    private async Task LoadAsync(CancellationToken token)
    {
        _team = await challenges.FindTeamAsync(Id, token);
        _challenge = _team is null ? null : await challenges.LoadAsync(_team.ChallengeId, token);
        var records = await people.LoadMembersAsync(Id, token);
        _members.Clear();
        _snapshot = null;
        foreach (var record in records)
        {
            Add(record);
        }
    }

    private void Add(PersonRecord record)
    {
        ImmutableArray<DateRange> memberships = [.. record.Memberships.Where(one => one.TeamId == Id).Select(one => one.Days())];
        if (!memberships.IsEmpty && _challenge is { } challenge
            && Participation.Of(record, record.ToTimeline(), challenge) is { } participation)
        {
            _members[record.Id.Value] = new TeamMember(record.Id, memberships, participation.Calendar, record.ToLedger());
        }
    }

    private TeamSnapshot? Fold(DateTimeOffset now)
    {
        if (_team is null || _challenge is not { } challenge)
        {
            return null;
        }

        var team = TeamFold.Fold(challenge.ToCalendar(), challenge.TeamThreshold, [.. _members.Values], now);
        return new TeamSnapshot(
            Id.Value,
            _team.Name,
            team.Streak,
            team.Best,
            team.MicroPoints,
            team.CurrentMembers,
            team.RankedMembers,
            TodayOf(team),
            team.NextChange);
    }

    // In a small team the number due would tell who is off (rule 21).
    private static TeamToday TodayOf(TeamStanding team) =>
        new(team.Today.Done, team.CurrentMembers < TeamToday.FewestForDue ? null : team.Today.Due);
}
