using System.Collections.Immutable;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Contracts.Users;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Teams;

/// <inheritdoc cref="ITeamGrain" />
/// <remarks>
/// Folds when it is read, not when it is notified: a hundred check-ins between two reads cost one fold. It does not take part in
/// migration: its whole state is a few queries on the ledger.
/// </remarks>
internal sealed class TeamGrain(IPeopleStore people, IChallengeStore challenges, TimeProvider time) : LedgerGrain, ITeamGrain
{
    private readonly Dictionary<string, TeamMemberEntry> _members = [];
    private TeamRecord? _team;
    private ChallengeRecord? _challenge;
    private TeamStanding? _standing;
    private TeamDisclosure _disclosed;
    private TeamScores? _startOfDay;

    private TeamId Id => new(this.GetPrimaryKeyString());

    private IEnumerable<TeamMember> Members => _members.Values.Select(entry => entry.Member);

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <inheritdoc />
    public Task<TeamSnapshot?> GetSnapshotAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Standing() is { } team
            ? new TeamSnapshot(
                Id.Value,
                _team!.Name,
                team.Streak,
                team.Best,
                _disclosed.MicroPoints,
                team.CurrentMembers,
                team.RankedMembers,
                Today,
                team.NextChange) { StartOfDay = _startOfDay }
            : null);

    /// <inheritdoc />
    public Task<TeamDetails?> GetDetailsAsync(string viewerId, CancellationToken cancellationToken) =>
        Task.FromResult(Standing() is { } team ? DetailsOf(team, viewerId) : null);

    /// <inheritdoc />
    public Task DaysChangedAsync(PersonDays days, CancellationToken cancellationToken)
    {
        if (!_members.TryGetValue(days.UserId, out var entry))
        {
            return RefreshMemberAsync(days.UserId, cancellationToken);
        }

        _members[days.UserId] = entry.With(days.ToLedger());
        _standing = null;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task RefreshMemberAsync(string userId, CancellationToken cancellationToken)
    {
        var record = await DeactivateOnFailureAsync(() => people.LoadAsync(new UserId(userId), cancellationToken));
        _members.Remove(userId);
        if (record is not null)
        {
            Add(record);
        }

        _standing = null;
    }

    /// <inheritdoc />
    public Task ReloadAsync(CancellationToken cancellationToken) => DeactivateOnFailureAsync(() => LoadAsync(cancellationToken));

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _team = await challenges.FindTeamAsync(Id, cancellationToken);
        _challenge = _team is null ? null : await challenges.LoadAsync(_team.ChallengeId, cancellationToken);
        var records = await people.LoadMembersAsync(Id, cancellationToken);
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
            _members[record.Id.Value] = new TeamMemberEntry(
                member, record.DisplayName, record.ShowName, participation.Enrolment.Role == ChallengeRole.Captain);
        }
    }

    // Returns null when the team does not exist.
    private TeamStanding? Standing()
    {
        var now = time.GetUtcNow();
        if (_team is not null && _challenge is { } challenge && (_standing is null || _standing.NextChange <= now))
        {
            var calendar = challenge.ToCalendar();
            TeamMember[] members = [.. Members];
            var standing = TeamFold.Fold(calendar, challenge.TeamThreshold, members, now);
            var beforeToday = TeamFold.Fold(calendar, challenge.TeamThreshold, members, calendar.BeforeToday(now));
            _startOfDay = standing.Date is null ? null : ScoresOf(beforeToday);
            _disclosed = TeamDisclosure.Of(standing, beforeToday, challenge.TeamThreshold);
            _standing = standing;
        }

        return _standing;
    }

    private static TeamScores ScoresOf(TeamStanding team) => new(team.Streak, team.Best, team.MicroPoints, team.RankedMembers);

    private TeamToday Today => new(_disclosed.DoneToday, _disclosed.NeededToday);

    private TeamDetails DetailsOf(TeamStanding team, string viewerId)
    {
        TeamMemberEntry[] present =
        [
            .. _members.Values.Where(entry => entry.Member.IsMemberOn(team.RosterDay)).OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
        TeamMemberView[] shown =
        [
            .. present.Where(entry => entry.IsNamed || entry.Id == viewerId)
                .Select(entry => new TeamMemberView(entry.Id, entry.Name, entry.IsCaptain, entry.Id == viewerId)),
        ];
        return new TeamDetails(
            Id.Value,
            _team!.Name,
            _team.ChallengeId.Value,
            _challenge!.TeamThreshold,
            team.Streak,
            team.Best,
            _disclosed.MicroPoints / TeamCount.MicroPointsPerPoint,
            Today,
            [.. present.Where(entry => entry.IsNamed && team.Date is { } today && entry.Member.IsDoneOn(today)).Select(entry => entry.Name)],
            [.. shown],
            present.Length - shown.Length,
            [.. team.Days.Select(day => ToTeamDate(day, team))]);
    }

    // Rule 21: for a team that is small now, or was on that day, the state is hidden, because whether the threshold was reached
    // tells who was due.
    private TeamDate ToTeamDate(TeamDay day, TeamStanding team)
    {
        var isSmall = team.IsSmall || Members.Count(member => member.IsMemberOn(day.Date)) < TeamStanding.MinDisclosedMembers;
        return new TeamDate(
            day.Date,
            isSmall && day.State != TeamDayState.Ahead ? null : day.State,
            day.Count.Done,
            isSmall || day.Count.IsNeutral ? null : day.Count.Needed(_challenge!.TeamThreshold));
    }
}

/// <summary>A past or present member of a team, with what the team's page shows of them.</summary>
/// <param name="Member">What the team's streak and points are computed from.</param>
/// <param name="Name">Their name.</param>
/// <param name="IsNamed">Whether they chose to be named to others (rule 21).</param>
/// <param name="IsCaptain">Whether they are a captain in the challenge.</param>
internal sealed record TeamMemberEntry(TeamMember Member, string Name, bool IsNamed, bool IsCaptain)
{
    /// <summary>The person's id.</summary>
    public string Id => Member.Id.Value;

    /// <summary>The same member with other days.</summary>
    public TeamMemberEntry With(DayLedger days) => this with { Member = new TeamMember(Member.Id, Member.Memberships, Member.Calendar, days) };
}
