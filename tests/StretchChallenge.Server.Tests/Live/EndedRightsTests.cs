using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Contracts.Challenges;
using StretchChallenge.Domain;
using StretchChallenge.Server.Accounts.Identity;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Accounts;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Server.Tests.Live;

[Trait("Category", "Faults")]
public sealed class EndedRightsTests(EndedRightsTests.Server server) : IClassFixture<EndedRightsTests.Server>
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = server.Time;

    [Fact]
    public async Task Leave_WhoWatchesABoard_IsCutOffAtOnce()
    {
        var (challenge, ben) = await MemberAsync();
        await using var screen = await WatchAsync(challenge, ben);

        using var left = await ben.Browser.PostAsync($"{challenge.Path}/leave", null);

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        await screen.Events.Completion.WaitAsync(AtOnce);
    }

    [Fact]
    public async Task RemoveMember_WhoWatchesABoard_IsCutOffAtOnceAndNotInTheChallenge()
    {
        var (challenge, ben) = await MemberAsync();
        await using var screen = await WatchAsync(challenge, ben);

        using var removed = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/members/{ben.Id}");
        using var again = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/members/{ben.Id}");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await again.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-member");
        await screen.Events.Completion.WaitAsync(AtOnce);
        using var look = await ben.Browser.GetAsync(challenge.Path);
        await look.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-challenge");
    }

    [Fact]
    public async Task Leave_WhoWatchesOnlyTheirOwnDay_IsCutOffAtOnce()
    {
        var (challenge, ben) = await MemberAsync();
        await using var screen = await server.ConnectAsync(ben);
        await screen.CallAsync("WatchMe");

        using var left = await ben.Browser.PostAsync($"{challenge.Path}/leave", null);

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        await screen.Events.Completion.WaitAsync(AtOnce);
    }

    [Fact]
    public async Task RemoveMember_LastOrganiser_IsRefused()
    {
        var (challenge, _) = await MemberAsync();

        using var refused = await challenge.Organiser.Browser.DeleteAsync($"{challenge.Path}/members/{challenge.Organiser.Id}");

        await refused.ReadProblemAsync(HttpStatusCode.Conflict, "last-organiser");
    }

    [Fact]
    public async Task Leave_ThroughAnotherNode_CutsOffWithinTheLease()
    {
        var (challenge, ben) = await MemberAsync();
        await using var screen = await WatchAsync(challenge, ben);

        Assert.Null(await server.Services.GetRequiredService<IGrainFactory>().GetGrain<IChallengeGrain>(challenge.Id).LeaveAsync(ben.Id));

        await AssertEndsByTheLeaseAsync(screen);
    }

    [Fact]
    public async Task LogOut_OpenConnection_IsCutOffAtOnce_AndTheOtherDevicesAreNot()
    {
        var ben = await server.RegisterAsync("Ben");
        var phone = await ben.SignInAsync(server);
        await using var here = await server.ConnectAsync(ben);
        await using var there = await server.ConnectAsync(phone);

        using var left = await ben.Browser.PostAsync("/api/account/logout", null);

        await here.Events.Completion.WaitAsync(AtOnce);
        await there.CallAsync("Sync", 1);
        await phone.Browser.ReadAsync("/api/account");
    }

    [Fact]
    public async Task SecurityStamp_Changed_CutsOffAtOnce()
    {
        var ben = await server.RegisterAsync("Ben");
        await using var screen = await server.ConnectAsync(ben);

        using var scope = server.Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountManager>();
        await accounts.UpdateSecurityStampAsync((await accounts.FindByIdAsync(ben.Id))!);

        await screen.Events.Completion.WaitAsync(AtOnce);
        await using var again = await server.ConnectAsync(ben);
        await again.Events.Completion.WaitAsync(AtOnce);
    }

    [Fact]
    public async Task SecurityStamp_ChangedThroughAnotherNode_CutsOffWithinTheLease()
    {
        var ben = await server.RegisterAsync("Ben");
        await using var screen = await server.ConnectAsync(ben);
        await screen.CallAsync("Sync", 1);

        var store = server.Services.GetRequiredService<IAccountStore>();
        var account = (await store.FindAsync(new UserId(ben.Id)))!;
        await store.UpdateAsync(account with { SecurityStamp = "other", ConcurrencyStamp = "other" }, account.ConcurrencyStamp);

        await AssertEndsByTheLeaseAsync(screen);
    }

    [Fact]
    public async Task Check_NothingHasEnded_KeepsTheConnection()
    {
        var (challenge, ben) = await MemberAsync();
        await using var screen = await WatchAsync(challenge, ben);
        await using var stranger = await server.ConnectAsync(await server.RegisterAsync("Eve"));
        await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(
            () => stranger.CallAsync("WatchStandings", challenge.Id, "teamStreak"));

        _clock.Advance(ConnectionAccess.Interval);
        _clock.Advance(ConnectionAccess.Interval);

        await screen.CallAsync("Sync", 1);
        await stranger.CallAsync("Sync", 1);
    }

    private async Task<(TestChallenge Challenge, TestPerson Ben)> MemberAsync()
    {
        var challenge = await TestChallenge.CreateAsync(await server.RegisterAsync(), TestDay.Monday);
        var ben = await server.RegisterAsync("Ben");
        await challenge.JoinAsync(ben);
        return (challenge, ben);
    }

    private async Task<HubClient> WatchAsync(TestChallenge challenge, TestPerson person)
    {
        var screen = await server.ConnectAsync(person);
        await screen.CallAsync("WatchStandings", challenge.Id, "teamStreak");
        return screen;
    }

    // A check that is under way when the clock moves is followed by the next one.
    private async Task AssertEndsByTheLeaseAsync(HubClient screen)
    {
        var end = screen.Events.Completion;
        for (var tries = 0; tries < 30 && !end.IsCompleted; tries++)
        {
            _clock.Advance(ConnectionAccess.Interval);
            await Task.WhenAny(end, Task.Delay(200, CancellationToken.None));
        }

        Assert.True(end.IsCompleted);
    }

    public sealed class Server : WednesdayServer;
}
