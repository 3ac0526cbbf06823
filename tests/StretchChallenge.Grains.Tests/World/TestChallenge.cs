using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Standings;
using StretchChallenge.Contracts.Teams;
using StretchChallenge.Domain.Standings;

namespace StretchChallenge.Grains.Tests.World;

/// <summary>A challenge at work.</summary>
internal sealed class TestChallenge(Workplace work, Colleague organiser, string id, string code)
{
    public string Id => id;

    public string Code => code;

    public Colleague Organiser => organiser;

    public IChallengeGrain Grain => work.Grains.GetGrain<IChallengeGrain>(id);

    public IStandingsGrain Standings => work.Grains.GetGrain<IStandingsGrain>(id);

    public ITeamGrain TeamGrain(string team) => work.Grains.GetGrain<ITeamGrain>(team);

    /// <summary>A new team, with members who join it now.</summary>
    public async Task<TestTeam> AddTeamAsync(string name, params Colleague[] members)
    {
        var team = new TestTeam((await Grain.AddTeamAsync(organiser.Id, name)).Answer().Id, name);
        foreach (var member in members)
        {
            await member.JoinAsync(this, team);
        }

        return team;
    }

    public async Task<ChallengeView> ViewAsync(Colleague? person = null) =>
        (await Grain.GetAsync((person ?? organiser).Id)).Answer();

    /// <summary>The organiser's change of what is given.</summary>
    public Task<Outcome<ChallengeView>> ChangeAsync(
        string? name = null, DateOnly[]? holidays = null, int? threshold = null, bool? organisersMakeTeams = null, Colleague? by = null) =>
        Grain.ChangeSettingsAsync(
            new ChangeChallenge((by ?? organiser).Id, name, holidays is null ? null : [.. holidays], threshold, organisersMakeTeams));

    public async Task<TeamSnapshot> TeamAsync(TestTeam team) =>
        await TeamGrain(team.Id).GetSnapshotAsync() ?? throw new InvalidOperationException($"There is no team {team.Name}.");

    public Task<BoardSnapshot> BoardAsync(BoardKind board, Colleague? viewer = null, int top = 1000) =>
        Standings.GetBoardAsync(board, top, viewer?.Id);

    /// <summary>The row of a team or person that the board lists.</summary>
    public async Task<BoardRow> RowAsync(BoardKind board, string row) =>
        (await BoardAsync(board)).Rows.Single(one => one.Id == row);

    /// <summary>Watches a board as a server does for people who look at it there.</summary>
    public Task<BoardListener> WatchAsync(BoardKind board, params Colleague[] people) =>
        BoardListener.StartAsync(work, this, board, people);
}
