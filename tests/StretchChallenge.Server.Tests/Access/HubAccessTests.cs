using System.Net.Http.Json;
using System.Reflection;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Server.Live;
using StretchChallenge.Server.Live.Access;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Testing.Live;

namespace StretchChallenge.Server.Tests.Access;

[Trait("Category", "Faults")]
public sealed class HubAccessTests(HubAccessTests.AdministeredServer server) : IClassFixture<HubAccessTests.AdministeredServer>
{
    [Theory]
    [MemberData(nameof(HubTable.Rows), MemberType = typeof(HubTable))]
    public async Task Method_AnswersEachCallerAsTheTableSays(string method, object?[] arguments, string? before, Caller[] allowed)
    {
        var answered = new List<Caller>();
        foreach (var caller in Enum.GetValues<Caller>())
        {
            await using var room = await CrowdedRoom.OpenAsync(server);
            if (before is not null)
            {
                await room.LeadAsync(before);
            }

            if (await IsAnsweredAsync(room.Of(caller), method, arguments.Select(room.Fill)))
            {
                answered.Add(caller);
            }
        }

        Assert.Equal(allowed, answered);
    }

    [Fact]
    public void Table_HasEveryMethod()
    {
        var methods = typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && !method.IsVirtual)
            .Select(method => method.Name);

        Assert.Equal(methods.Order(), HubTable.Rows.Select(row => (string)row[0]!).Order());
    }

    [Fact]
    public void OpenToAll_IsWhatGuestsAndWallsNeed() => Assert.Equal(
        ["JoinSession", "LeaveSession", "React", "RejoinSession", "Sync", "WatchWall"], HubAccess.OpenToAll.Order());

    [Theory]
    [InlineData("StartSession")]
    [InlineData("EndSession")]
    public async Task Command_HostHasLeftTheChallenge_IsRefused(string method)
    {
        await using var room = await CrowdedRoom.OpenAsync(server);
        using var left = await room.Host.Browser.PostAsync($"{room.Challenge.Path}/leave", null);
        await using var again = await server.ConnectAsync(room.Host);

        Assert.False(await IsAnsweredAsync(again, method, [room.Code]));
    }

    private static async Task<bool> IsAnsweredAsync(HubClient client, string method, IEnumerable<object?> arguments)
    {
        try
        {
            await client.CallAsync(method, [.. arguments]);
            return true;
        }
        catch (HubException refused)
        {
            refused.ReadRefusal();
            return false;
        }
    }

    /// <summary>A server whose administrator is in no challenge.</summary>
    public sealed class AdministeredServer : WednesdayServer
    {
        private TestPerson? _administrator;
        private TestPerson? _disabled;

        public AdministeredServer()
        {
            Settings["RateLimits:FailedCodes:Burst"] = "100000";
            // Each caller of each row gets a room of their own.
            Settings["RateLimits:Registration:Burst"] = "100000";
        }

        /// <summary>The first account.</summary>
        public async Task<TestPerson> AdministratorAsync() => _administrator ??= await RegisterAsync("Root");

        /// <summary>Somebody whose account is disabled; in the first challenge that asks.</summary>
        public async Task<TestPerson> DisabledAsync(TestChallenge challenge) =>
            _disabled ??= await challenge.DisabledMemberAsync(this, await AdministratorAsync());
    }

    /// <summary>The lobby of a break whose host is a participant, with everybody who may be in it.</summary>
    private sealed class CrowdedRoom : IAsyncDisposable
    {
        private readonly Dictionary<Caller, HubClient> _clients = [];

        private CrowdedRoom(TestChallenge challenge, TestPerson host) => (Challenge, Host) = (challenge, host);

        public TestChallenge Challenge { get; }

        public TestPerson Host { get; }

        public string Code { get; private set; } = "";

        private string Participant { get; set; } = "";

        private string Wall { get; set; } = "";

        public static async Task<CrowdedRoom> OpenAsync(AdministeredServer server)
        {
            var administrator = await server.AdministratorAsync();
            var challenge = await TestChallenge.CreateAsync(await server.RegisterAsync("Olga"), TestDay.Monday);
            var members = new Dictionary<Caller, TestPerson>();
            foreach (var caller in new[] { Caller.Host, Caller.CoHost, Caller.Participant, Caller.Captain })
            {
                await challenge.JoinAsync(members[caller] = await server.RegisterAsync($"{caller}"));
            }

            members[Caller.Organiser] = challenge.Organiser;
            using var captain = await challenge.Organiser.Browser.PutAsJsonAsync(
                $"{challenge.Path}/members/{members[Caller.Captain].Id}", new { role = "captain" });
            var room = new CrowdedRoom(challenge, members[Caller.Host]);
            await room.FillAsync(server, members, administrator);
            return room;
        }

        public HubClient Of(Caller caller) => _clients[caller];

        // A command, and those that must come before it.
        public async Task LeadAsync(string command)
        {
            if (command != "StartSession")
            {
                await LeadAsync("StartSession");
            }

            await _clients[Caller.Host].CallAsync(command, Code);
        }

        public object? Fill(object? argument) => argument switch
        {
            "{code}" => Code,
            "{challenge}" => Challenge.Id,
            "{participant}" => Participant,
            "{wall}" => Wall,
            _ => argument,
        };

        public async ValueTask DisposeAsync()
        {
            foreach (var client in _clients.Values)
            {
                await client.DisposeAsync();
            }
        }

        private async Task FillAsync(AdministeredServer server, Dictionary<Caller, TestPerson> members, TestPerson administrator)
        {
            using var made = await Host.Browser.PostAsJsonAsync(
                "/api/sessions", new { challengeId = Challenge.Id, routineId = "desk-break-3" });
            Code = (await made.ReadAsync()).Text("code");
            using var wall = await Challenge.Organiser.Browser.PostAsync($"{Challenge.Path}/walls", null);
            Wall = (await wall.ReadAsync()).Text("token");
            var seats = new Dictionary<Caller, string>();
            foreach (var (caller, member) in members)
            {
                _clients[caller] = await server.ConnectAsync(member);
                seats[caller] = (await _clients[caller].CallAsync("JoinSession", Code, null)).Text("participantId");
            }

            Participant = seats[Caller.Participant];
            await _clients[Caller.Host].CallAsync("MakeCoHost", Code, seats[Caller.CoHost]);
            _clients[Caller.Guest] = await server.ConnectAsync();
            await _clients[Caller.Guest].CallAsync("JoinSession", Code, "Gus");
            _clients[Caller.Visitor] = await server.ConnectAsync();
            _clients[Caller.Disabled] = await server.ConnectAsync(await server.DisabledAsync(Challenge));
            _clients[Caller.Stranger] = await server.ConnectAsync(await server.RegisterAsync("Eve"));
            _clients[Caller.SiteAdministrator] = await server.ConnectAsync(administrator);
        }
    }
}
