using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Demo;

public sealed class DemoTests : IDisposable
{
    private readonly TestServer _server = new()
    {
        Settings = { ["Demo:Enabled"] = "true", ["Demo:Round"] = "00:00:02" },
    };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Enter_LeadsAGuestToBoardsThatMove()
    {
        var guest = _server.CreateVisitor();

        using var entered = await guest.PostAsync("/api/demo/enter", null);
        var challenge = Assert.Single((await guest.ReadAsync("/api/challenges")).EnumerateArray());
        var today = await guest.ReadAsync("/api/today");
        var board = $"/api/challenges/{challenge.Text("id")}/standings/teamPoints";
        var before = await guest.ReadAsync(board);
        var after = before;
        while (after.GetProperty("rows").ToString() == before.GetProperty("rows").ToString())
        {
            after = await guest.ReadAsync(board);
        }

        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        Assert.Equal(4, Assert.Single(today.GetProperty("challenges").EnumerateArray()).GetProperty("week").GetInt32());
        Assert.Equal(6, before.GetProperty("total").GetInt32());
        Assert.All(before.GetProperty("rows").EnumerateArray(), row => Assert.True(row.GetProperty("members").GetInt32() >= 10));
    }

    [Fact]
    public async Task Guests_StayOutOfRealChallenges_AndPeopleOutOfTheDemo()
    {
        var guest = _server.CreateVisitor();
        using var entered = await guest.PostAsync("/api/demo/enter", null);
        var demo = Assert.Single((await guest.ReadAsync("/api/challenges")).EnumerateArray());
        var ann = await _server.RegisterAsync();
        var real = await TestChallenge.CreateAsync(ann, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

        using var guestJoins = await guest.PostAsJsonAsync("/api/challenges/join", new { code = real.Code });
        using var guestCreates = await guest.PostAsJsonAsync("/api/challenges", TestChallenge.Request(TestDay.Monday));
        using var annJoins = await ann.Browser.PostAsJsonAsync("/api/challenges/join", new { code = demo.Text("code") });

        await guestJoins.ReadProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await guestCreates.ReadProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await annJoins.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-code", "code");
    }

    [Fact]
    public async Task FirstPerson_BesideTheDemo_AdministersTheSite()
    {
        using var entered = await _server.CreateVisitor().PostAsync("/api/demo/enter", null);

        var account = await (await _server.RegisterAsync()).Browser.ReadAsync("/api/account");

        Assert.Equal("siteAdministrator", Assert.Single(account.GetProperty("roles").EnumerateArray()).GetString());
    }
}
