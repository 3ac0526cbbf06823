using StretchChallenge.Domain;
using StretchChallenge.Domain.Sessions;
using StretchChallenge.Storage.Challenges;
using StretchChallenge.Storage.Reminders;
using StretchChallenge.Storage.Sessions;

namespace StretchChallenge.Storage.Tests.Sessions;

/// <summary>Looking for the sessions that need to be woken.</summary>
public abstract class StartingSessionTests(PostgreSqlFixture? postgreSql) : StorageTests(postgreSql)
{
    private ISessionStore Sessions => Get<ISessionStore>();

    [Fact]
    public async Task FindStarting_FindsTheLobbiesThatStartWithinTheSpan()
    {
        var soon = await CreateAsync(1);
        await CreateAsync(-1);
        await CreateAsync(3);
        await CreateAsync(null);
        var running = await CreateAsync(1);
        await Sessions.AddEventAsync(running, 1, new SessionEvent(SessionCommand.Start, 1_000), SessionPhase.Running);
        var cancelled = await CreateAsync(1);
        await Sessions.SettleAsync(cancelled, Sample.Now);

        Assert.Equal(soon, Assert.Single(await Sessions.FindStartingAsync(Sample.Now, Sample.Now.AddMinutes(2))));
    }

    [Fact]
    public async Task FindWithoutReminder_FindsWhatIsNotSettledAndHasNone()
    {
        var reminded = await CreateAsync(60);
        var missing = await CreateAsync(60);
        await Sessions.SettleAsync(await CreateAsync(60), Sample.Now);
        await Get<IReminderStore>().SaveAsync(
            new ReminderRecord($"session/{reminded.Value}", 1, "session", Sample.Now, TimeSpan.FromMinutes(1), ""));

        Assert.Equal(missing, Assert.Single(await Sessions.FindWithoutReminderAsync("session")));
    }

    // A session that starts so many minutes from now.
    private async Task<SessionId> CreateAsync(int? minutes)
    {
        var challenge = Sample.Challenge();
        await Get<IChallengeStore>().CreateAsync(challenge, Sample.Enrolment(challenge.Id, await RegisterAsync()));
        var session = Sample.Session(challenge.Id, await RegisterAsync()) with
        {
            StartsAt = minutes is { } after ? Sample.Now.AddMinutes(after) : null,
        };
        Assert.Equal(SessionInsertion.Created, await Sessions.CreateAsync(session));
        return session.Id;
    }

    public sealed class OnSqlite() : StartingSessionTests(null);

    [Collection(PostgreSqlTests.Name)]
    public sealed class OnPostgreSql(PostgreSqlFixture postgreSql) : StartingSessionTests(postgreSql);
}
