using System.Collections.Immutable;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain;
using StretchChallenge.Domain.Calendars;
using StretchChallenge.Domain.Streaks;
using StretchChallenge.Domain.Teams;
using StretchChallenge.Grains.Users;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Users;

namespace StretchChallenge.Grains.Teams;

/// <inheritdoc cref="ITeamGrain" />
/// <remarks>
/// Reads and folds when it is asked: a hundred check-ins between two reads cost one query and one fold, and a team that nobody
/// looks at costs nothing. It does not take part in migration: its whole state is a few queries on the ledger.
/// </remarks>
internal sealed partial class TeamGrain(
    IParticipantStore participants, IChallengeStore challenges, IChangeFeed feed, ISealedDayStore sealedDays, TimeProvider time) : Grain, ITeamGrain
{
    private readonly Dictionary<string, TeamMemberEntry> _members = [];
    private TeamRecord? _team;
    private ChallengeRecord? _challenge;
    private TeamSummary? _summary;
    private SealedDays _sealed = SealedDays.None;

    // Up to which change of the challenge the members are as stored.
    private long _number;

    private TeamId Id => new(this.GetPrimaryKeyString());

    private IEnumerable<TeamMember> Members => _members.Values.Select(entry => entry.Member);

    /// <inheritdoc />
    public async Task<TeamSnapshot?> GetSnapshotAsync(CancellationToken cancellationToken) =>
        await SummaryAsync(cancellationToken) is { Standing: var team } summary
            ? new TeamSnapshot(
                Id.Value,
                _team!.Name,
                team.Streak,
                team.Best,
                summary.Disclosed.MicroPoints,
                team.CurrentMembers,
                team.RankedMembers,
                summary.Today)
            : null;

    /// <inheritdoc />
    public async Task<TeamDetails?> GetDetailsAsync(string viewerId, CancellationToken cancellationToken) =>
        await SummaryAsync(cancellationToken) is { } summary ? DetailsOf(summary, viewerId) : null;

    // Null when the team does not exist.
    private async Task<TeamSummary?> SummaryAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        if (_team is null || _challenge is not { } challenge)
        {
            DeactivateOnIdle();
            return null;
        }

        var now = challenge.AsOf(time.GetUtcNow());
        if (_summary is null || _summary.Standing.NextChange <= now)
        {
            _summary = TeamSummary.Of(challenge.ToCalendar(), challenge.TeamThreshold, [.. Members], now, _sealed);
        }

        return _summary;
    }

    // Nothing changes in memory unless all could be read, so after a failure the next read tries again.
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (_team is not { ChallengeId: var challenge })
        {
            await LoadAsync(cancellationToken);
            return;
        }

        var last = await feed.FindLastAsync(challenge, cancellationToken);
        if (last <= _number)
        {
            return;
        }

        var changes = last is null ? null : await feed.ReadAsync(challenge, Id, _number, cancellationToken);
        if (changes is not { OfChallenge: false, SomebodyIsGone: false })
        {
            await LoadAsync(cancellationToken);
            return;
        }

        foreach (var user in changes.Changed)
        {
            _summary = _members.Remove(user.Value) ? null : _summary;
        }

        AddAll(changes.People.Select(person => EnrolledPerson.Of(person, _challenge!)).OfType<EnrolledPerson>());
        _number = changes.Number;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var team = await challenges.FindTeamAsync(Id, cancellationToken);
        // Read before what it stands for: what changes meanwhile is read again.
        var number = team is null ? null : await feed.FindLastAsync(team.ChallengeId, cancellationToken);
        var challenge = team is null ? null : await challenges.LoadAsync(team.ChallengeId, cancellationToken);
        var members = challenge is null ? [] : await participants.LoadMembersAsync(challenge, Id, cancellationToken);
        var days = await sealedDays.LoadAsync(Id, cancellationToken);
        (_team, _challenge, _number, _summary, _sealed) = (team, challenge, number ?? 0, null, days.ToDomain());
        _members.Clear();
        AddAll(members);
    }

    private void AddAll(IEnumerable<EnrolledPerson> people)
    {
        if (_challenge is { } challenge)
        {
            var mapping = new ParticipantMapping(challenge);
            foreach (var person in people)
            {
                Add(mapping, person);
                _summary = null;
            }
        }
    }

    private void Add(ParticipantMapping mapping, EnrolledPerson person)
    {
        ImmutableArray<DateRange> memberships = [.. person.Memberships.Where(one => one.TeamId == Id).Select(one => one.Days())];
        if (memberships.IsEmpty)
        {
            return;
        }

        var (calendar, credited) = (mapping.CalendarOf(person), mapping.CreditsOf(person));
        var days = new ChallengeDays(calendar.Days, credited.Since(mapping.Challenge.DayOf(person.JoinedOn)));
        var member = person.Result is { } result
            ? new TeamMember(person.Id, memberships, mapping.Challenge, result.StartedOn)
            : new TeamMember(person.Id, memberships, mapping.Challenge, days);
        _members[person.Id.Value] = new TeamMemberEntry(
            member,
            person.DisplayName,
            person.ShowName,
            person.Role == ChallengeRole.Captain,
            calendar,
            credited,
            person.Absences.AreOpen());
    }

    private TeamDetails DetailsOf(TeamSummary summary, string viewerId)
    {
        var team = summary.Standing;
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
            summary.Disclosed.MicroPoints / TeamCount.MicroPointsPerPoint,
            summary.Today,
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
/// <param name="Calendar">Their calendar, from which their own streak is computed.</param>
/// <param name="Credited">Their days, likewise.</param>
/// <param name="IsAway">Whether they have left the challenge, although they count for the team until tonight.</param>
internal sealed record TeamMemberEntry(
    TeamMember Member, string Name, bool IsNamed, bool IsCaptain, PersonCalendar Calendar, CreditedDays Credited, bool IsAway)
{
    /// <summary>The person's id.</summary>
    public string Id => Member.Id.Value;
}
