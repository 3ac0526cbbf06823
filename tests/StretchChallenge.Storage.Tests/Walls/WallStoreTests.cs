using StretchChallenge.Domain;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Walls;

namespace StretchChallenge.Storage.Tests.Walls;

public abstract class WallStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private IWallStore Walls => Get<IWallStore>();

    [Fact]
    public async Task Add_ThenFind_ReturnsEveryValue()
    {
        var wall = new WallRecord("hash", await ChallengeAsync(), Sample.Now);

        Assert.True(await Walls.AddAsync(wall, most: 1));

        Assert.Equal(wall, await Walls.FindAsync("hash"));
        Assert.Null(await Walls.FindAsync("another"));
    }

    [Fact]
    public async Task Add_MoreThanTheMost_IsRefused()
    {
        var challenge = await ChallengeAsync();
        await Walls.AddAsync(new WallRecord("one", challenge, Sample.Now), most: 2);
        await Walls.AddAsync(new WallRecord("two", challenge, Sample.Now), most: 2);

        Assert.False(await Walls.AddAsync(new WallRecord("three", challenge, Sample.Now), most: 2));
        Assert.True(await Walls.AddAsync(new WallRecord("elsewhere", await ChallengeAsync(), Sample.Now), most: 2));
    }

    [Fact]
    public async Task Remove_OfItsOwnChallengeAlone_RevokesIt()
    {
        var challenge = await ChallengeAsync();
        await Walls.AddAsync(new WallRecord("hash", challenge, Sample.Now), most: 1);

        Assert.False(await Walls.RemoveAsync(await ChallengeAsync(), "hash"));
        Assert.True(await Walls.RemoveAsync(challenge, "hash"));

        Assert.Null(await Walls.FindAsync("hash"));
    }

    private async Task<ChallengeId> ChallengeAsync()
    {
        var challenge = Sample.Challenge();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, await RegisterAsync()));
        return challenge.Id;
    }

    public sealed class OnSqlite() : WallStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : WallStoreTests(postgreSql);
}
