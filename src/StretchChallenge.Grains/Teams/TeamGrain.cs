using System.Collections.Immutable;
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
internal sealed partial class TeamGrain(IPeopleStore people, IChallengeStore challenges, TimeProvider time) : LedgerGrain, ITeamGrain
{
    private readonly Dictionary<string, Mate> _members = [];
    private TeamRecord? _team;
    private ChallengeRecord? _challenge;
    private TeamStanding? _standing;
    private TeamMorning? _morning;

    private TeamId Id => new(this.GetPrimaryKeyString());

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken token) => LoadAsync(token);

    /// <inheritdoc />
    public Task<TeamSnapshot?> GetSnapshotAsync() =>
        Task.FromResult(Standing() is { } team
            ? new TeamSnapshot(
                Id.Value,
                _team!.Name,
                team.Streak,
                team.Best,
                team.MicroPoints,
                team.CurrentMembers,
                team.RankedMembers,
                TodayOf(team),
                team.NextChange) { Morning = _morning }
            : null);

    /// <inheritdoc />
    public Task DaysChangedAsync(PersonDays days)
    {
        if (!_members.TryGetValue(days.UserId, out var mate))
        {
            return RefreshMemberAsync(days.UserId);
        }

        _members[days.UserId] = mate.With(days.ToLedger());
        _standing = null;
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

        _standing = null;
    }

    /// <inheritdoc />
    public Task ReloadAsync() => OrForgetAsync(() => LoadAsync(CancellationToken.None));

    private async Task LoadAsync(CancellationToken token)
    {
        _team = await challenges.FindTeamAsync(Id, token);
        _challenge = _team is null ? null : await challenges.LoadAsync(_team.ChallengeId, token);
        var records = await people.LoadMembersAsync(Id, token);
        _members.Clear();
        _standing = null;
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
            var member = new TeamMember(record.Id, memberships, participation.Calendar, record.ToLedger());
            _members[record.Id.Value] = new Mate(
                member, record.DisplayName, record.ShowName, participation.Enrolment.Role == ChallengeRole.Captain);
        }
    }

    // Null where there is no such team.
    private TeamStanding? Standing()
    {
        var now = time.GetUtcNow();
        if (_team is not null && _challenge is { } challenge && (_standing is null || _standing.NextChange <= now))
        {
            var calendar = challenge.ToCalendar();
            TeamMember[] members = [.. Members];
            _standing = TeamFold.Fold(calendar, challenge.TeamThreshold, members, now);
            _morning = calendar.EveAt(now) is { } eve ? MorningOf(TeamFold.Fold(calendar, challenge.TeamThreshold, members, eve)) : null;
        }

        return _standing;
    }

    private IEnumerable<TeamMember> Members => _members.Values.Select(mate => mate.Member);

    private static TeamMorning MorningOf(TeamStanding team) => new(team.Streak, team.Best, team.MicroPoints, team.RankedMembers);

    // In a small team the number due would tell who is off (rule 21).
    private static TeamToday TodayOf(TeamStanding team) =>
        new(team.Today.Done, team.CurrentMembers < TeamToday.FewestForDue ? null : team.Today.Due);
}
