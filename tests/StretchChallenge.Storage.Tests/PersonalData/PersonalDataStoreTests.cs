using StretchChallenge.Storage.PersonalData;
using StretchChallenge.Storage.Tests.DataMigration;

namespace StretchChallenge.Storage.Tests.PersonalData;

public abstract class PersonalDataStoreTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    [Fact]
    public async Task Load_PersonWithSomethingInEveryTable_ReturnsTheirRecords()
    {
        var filled = new FilledLedger(Node);
        await filled.FillAsync();

        var records = await Get<IPersonalDataStore>().LoadAsync(filled.Person.Id);

        Assert.Equal([Sample.Monday, Sample.Monday.AddDays(1)], records.Routines.Select(routine => routine.LocalDate));
        var presence = Assert.Single(records.Presences);
        var attended = records.Breaks.Single(one => one.SessionId == presence.SessionId);
        Assert.Equal([null, attended.SessionId], records.Routines.Select(routine => routine.SessionId));
        Assert.Equal(("Zoë", true, Sample.Now), (attended.Name, attended.Hosted, attended.JoinedAt));
        Assert.Equal((attended.SessionId, Sample.Now, null), (presence.SessionId, presence.FromAt, presence.ToAt));
        Assert.Equal(Sample.Now, records.CalendarFeedSince);
        var entry = Assert.Single(records.Log, entry => entry.Action == "memberRemoved");
        Assert.Equal(["Firefox, Linux", null], records.Devices.Select(device => device.Browser).OrderDescending());
        Assert.Equal([null, Sample.Now], records.Passkeys.Select(passkey => passkey.LastUsedAt).Order());
        Assert.Equal("Zoë", Assert.Single(records.Invitations).Name);
        Assert.True(records.AcceptsNudges);
        Assert.NotEmpty(records.Nudges);
        Assert.NotEmpty(records.Reactions);
        Assert.Equal(("memberRemoved", true, true), (entry.Action, entry.ByMe, entry.AboutMe));
    }

    [Fact]
    public async Task Load_SomebodyElse_ReturnsNothingOfOthers()
    {
        var filled = new FilledLedger(Node);
        await filled.FillAsync();

        var records = await Get<IPersonalDataStore>().LoadAsync(await RegisterAsync());

        Assert.Empty(records.Routines);
        Assert.Empty(records.Breaks);
        Assert.Empty(records.Presences);
        Assert.Null(records.CalendarFeedSince);
        Assert.Empty(records.Log);
        Assert.Empty(records.Devices);
        Assert.Empty(records.Passkeys);
        Assert.Empty(records.Invitations);
        Assert.Null(records.AcceptsNudges);
        Assert.Empty(records.Nudges);
        Assert.Empty(records.Reactions);
    }

    public sealed class OnSqlite() : PersonalDataStoreTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : PersonalDataStoreTests(postgreSql);
}
