using System.Collections.Immutable;
using StretchChallenge.Domain;
using StretchChallenge.Storage.Database;

namespace StretchChallenge.Storage.PersonalData;

/// <summary>The sealed team days: what people whose days are no longer stored add to their teams' counts.</summary>
public interface ISealedDayStore
{
    /// <summary>Returns the sealed days of a team.</summary>
    Task<ImmutableArray<SealedTeamDay>> LoadAsync(TeamId team, CancellationToken cancellationToken = default);

    /// <summary>Returns the sealed days of all teams of a challenge.</summary>
    Task<ImmutableArray<SealedTeamDay>> LoadAsync(ChallengeId challenge, CancellationToken cancellationToken = default);

    /// <summary>Returns the sealed days of those who were in no team on them.</summary>
    Task<ImmutableArray<SealedChallengeDay>> LoadWithoutTeamAsync(ChallengeId challenge, CancellationToken cancellationToken = default);
}

/// <inheritdoc />
internal sealed class SealedDayStore(LedgerDatabase database) : ISealedDayStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<SealedTeamDay>> LoadAsync(TeamId team, CancellationToken cancellationToken = default) =>
        LoadAsync("team_id = @key", team.Value, cancellationToken);

    /// <inheritdoc />
    public Task<ImmutableArray<SealedTeamDay>> LoadAsync(ChallengeId challenge, CancellationToken cancellationToken = default) =>
        LoadAsync("team_id IN (SELECT id FROM teams WHERE challenge_id = @key)", challenge.Value, cancellationToken);

    /// <inheritdoc />
    public async Task<ImmutableArray<SealedChallengeDay>> LoadWithoutTeamAsync(ChallengeId challenge, CancellationToken cancellationToken = default)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<TeamDayRow>(
                "SELECT local_date, done, due FROM challenge_days WHERE challenge_id = @challenge", new { challenge }),
            cancellationToken);
        return [.. rows.Select(row => new SealedChallengeDay(challenge, row.LocalDate, row.Done, row.Due))];
    }

    private async Task<ImmutableArray<SealedTeamDay>> LoadAsync(string condition, string key, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            session => session.QueryAsync<TeamDayRow>($"SELECT team_id, local_date, done, due FROM team_days WHERE {condition}", new { key }),
            cancellationToken);
        return [.. rows.Select(row => new SealedTeamDay(row.TeamId, row.LocalDate, row.Done, row.Due))];
    }
}

/// <summary>The tables <c>team_days</c> and <c>challenge_days</c>.</summary>
internal static class TeamDayTable
{
    /// <summary>Adds to what is sealed already.</summary>
    public static async Task AddAsync(LedgerSession session, SealedPersonDays days)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO team_days (team_id, local_date, done, due) VALUES (@Team, @Date, @Done, @Due)
            ON CONFLICT (team_id, local_date) DO UPDATE SET done = team_days.done + excluded.done, due = team_days.due + excluded.due
            """,
            days.OfTeams.OrderBy(day => day.Team.Value, StringComparer.Ordinal).ThenBy(day => day.Date));
        await session.ExecuteAsync(
            """
            INSERT INTO challenge_days (challenge_id, local_date, done, due) VALUES (@Challenge, @Date, @Done, @Due)
            ON CONFLICT (challenge_id, local_date) DO UPDATE
                SET done = challenge_days.done + excluded.done, due = challenge_days.due + excluded.due
            """,
            days.WithoutTeam.OrderBy(day => day.Challenge.Value, StringComparer.Ordinal).ThenBy(day => day.Date));
    }
}

/// <summary>A row of <c>team_days</c> or <c>challenge_days</c>.</summary>
internal sealed class TeamDayRow
{
    public TeamId TeamId { get; init; }

    public DateOnly LocalDate { get; init; }

    public int Done { get; init; }

    public int Due { get; init; }
}
