using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Teams;

namespace StretchChallenge.Storage.Tests.Teams;

/// <summary>Nudges and reactions.</summary>
public abstract class TeamTalkStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private ITeamTalkStore Talk => Get<ITeamTalkStore>();

    [Fact]
    public async Task Choice_IsUnknownUntilItIsMade()
    {
        var ana = await RegisterAsync();

        Assert.Null(await Talk.FindChoiceAsync(ana));
        await Talk.SaveChoiceAsync(ana, true);
        Assert.True(await Talk.FindChoiceAsync(ana));
        await Talk.SaveChoiceAsync(ana, false);
        Assert.False(await Talk.FindChoiceAsync(ana));
    }

    [Fact]
    public async Task Nudge_SecondOfTheDay_ChangesNothing()
    {
        var nudge = await NudgeAsync(accepts: true);
        await Talk.AddAsync(nudge);
        await Talk.AddAsync(nudge with { Kind = "Cheer", SentAt = Sample.Now.AddMinutes(1) });
        await Talk.AddAsync(nudge with { LocalDate = Sample.Monday.AddDays(1), SentAt = Sample.Now.AddDays(1) });

        var received = await Talk.LoadReceivedAsync(nudge.ReceiverId, Sample.Monday);

        Assert.Equal(["Nudge", "Nudge"], received.Select(one => one.Kind));
        Assert.StartsWith("Ana", received[0].SenderName, StringComparison.Ordinal);
        Assert.Equal([nudge.ReceiverId], (await Talk.LoadSentAsync(nudge.SenderId, nudge.TeamId, Sample.Monday)).AsEnumerable());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public async Task Nudge_NotWanted_IsKeptForTheSenderAlone(bool? accepts)
    {
        var nudge = await NudgeAsync(accepts);
        await Talk.AddAsync(nudge);

        Assert.Empty(await Talk.LoadReceivedAsync(nudge.ReceiverId, Sample.Monday));
        Assert.DoesNotContain(await Talk.LoadSinceAsync(Sample.Now.AddMinutes(-1)), one => one.ReceiverId == nudge.ReceiverId);
        Assert.Single(await Talk.LoadSentAsync(nudge.SenderId, nudge.TeamId, Sample.Monday));
    }

    [Fact]
    public async Task LoadSince_HasWhatWasSentAfter()
    {
        var nudge = await NudgeAsync(accepts: true);
        await Talk.AddAsync(nudge);

        Assert.Single(await Talk.LoadSinceAsync(Sample.Now.AddSeconds(-1)), one => one.ReceiverId == nudge.ReceiverId);
        Assert.DoesNotContain(await Talk.LoadSinceAsync(Sample.Now), one => one.ReceiverId == nudge.ReceiverId);
    }

    [Fact]
    public async Task React_Again_ReplacesTheReaction()
    {
        var nudge = await NudgeAsync(accepts: true);
        var reaction = new ReactionRecord
        {
            TeamId = nudge.TeamId,
            PersonId = nudge.ReceiverId,
            Milestone = "Streak-5",
            LocalDate = Sample.Monday,
            UserId = nudge.SenderId,
            Kind = "Clap",
        };
        await Talk.ReactAsync(reaction);
        await Talk.ReactAsync(reaction with { Kind = "Heart" });

        Assert.Equal(reaction with { Kind = "Heart" }, Assert.Single(await Talk.LoadReactionsAsync(nudge.TeamId, Sample.Monday)));
        Assert.Empty(await Talk.LoadReactionsAsync(nudge.TeamId, Sample.Monday.AddDays(1)));
    }

    [Fact]
    public async Task Prune_DeletesWhatIsOver()
    {
        var nudge = await NudgeAsync(accepts: true);
        await Talk.AddAsync(nudge);
        await Talk.AddAsync(nudge with { LocalDate = Sample.Monday.AddDays(1) });

        await Talk.PruneAsync(Sample.Monday.AddDays(1));

        Assert.Equal(Sample.Monday.AddDays(1), Assert.Single(await Talk.LoadReceivedAsync(nudge.ReceiverId, Sample.Monday)).LocalDate);
    }

    private async Task<NudgeRecord> NudgeAsync(bool? accepts)
    {
        var (ana, ben) = (await RegisterAsync(), await RegisterAsync());
        var challenge = Sample.Challenge();
        var team = Sample.Team(challenge.Id);
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, ana));
        await Get<IChallengeStore>().AddTeamAsync(team);
        if (accepts is { } choice)
        {
            await Talk.SaveChoiceAsync(ben, choice);
        }

        return new NudgeRecord
        {
            ReceiverId = ben,
            SenderId = ana,
            TeamId = team.Id,
            LocalDate = Sample.Monday,
            Kind = "Nudge",
            SentAt = Sample.Now,
        };
    }

    public sealed class OnSqlite() : TeamTalkStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : TeamTalkStoreTests(postgreSql);
}
