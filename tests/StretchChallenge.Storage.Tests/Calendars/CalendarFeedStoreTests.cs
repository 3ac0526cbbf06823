using StretchChallenge.Storage.Calendars;

namespace StretchChallenge.Storage.Tests.Calendars;

public abstract class CalendarFeedStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private ICalendarFeedStore Feeds => Get<ICalendarFeedStore>();

    [Fact]
    public async Task Save_Again_MakesTheSecretBeforeVoid()
    {
        var user = await RegisterAsync();
        await Feeds.SaveAsync(user, "first", Sample.Now);

        Assert.Equal(user, await Feeds.FindAsync("first"));
        await Feeds.SaveAsync(user, "second", Sample.Now);

        Assert.Null(await Feeds.FindAsync("first"));
        Assert.Equal(user, await Feeds.FindAsync("second"));
    }

    [Fact]
    public async Task Remove_TheFeedIsGone_AndAgainIsHarmless()
    {
        var user = await RegisterAsync();
        await Feeds.SaveAsync(user, "secret", Sample.Now);

        await Feeds.RemoveAsync(user);
        await Feeds.RemoveAsync(user);

        Assert.Null(await Feeds.FindAsync("secret"));
    }

    public sealed class OnSqlite() : CalendarFeedStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : CalendarFeedStoreTests(postgreSql);
}
