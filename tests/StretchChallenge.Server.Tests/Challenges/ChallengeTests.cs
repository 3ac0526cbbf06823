using System.Net;
using System.Net.Http.Json;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Challenges;

public sealed class ChallengeTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private readonly WednesdayServer _server = server;

    [Fact]
    public async Task Create_MakesItsMakerOrganiserAndParticipant()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

        var view = await challenge.Organiser.Browser.ReadAsync(challenge.Path);

        Assert.Equal("organiser", view.Text("role"));
        Assert.Equal("running", view.Text("state"));
        Assert.Equal("2026-03-09", view.Text("startsOn"));
        Assert.Equal("2026-05-03", view.Text("endsOn"));
        Assert.Equal(70, view.GetProperty("teamThreshold").GetInt32());
        Assert.Equal(challenge.Code, view.Text("code"));
        Assert.Equal(1, view.GetProperty("participants").GetInt32());
    }

    [Fact]
    public async Task Create_InTheFuture_IsOpen()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), "2026-04-06");

        var view = await challenge.Organiser.Browser.ReadAsync(challenge.Path);

        Assert.Equal("open", view.Text("state"));
    }

    [Theory]
    [InlineData("name", null, "name")]
    [InlineData("name", "  ", "name")]
    [InlineData("startsOn", null, "startsOn")]
    [InlineData("timeZone", "Mars/Olympus", "timeZone")]
    [InlineData("timeZone", "+01:00", "timeZone")]
    [InlineData("workDays", new[] { "Monday" }, "workDays")]
    [InlineData("workDays", new string[0], "workDays")]
    [InlineData("teamThreshold", 0, "teamThreshold")]
    [InlineData("teamThreshold", 101, "teamThreshold")]
    public async Task Create_WithFieldOutOfBounds_NamesTheField(string field, object? value, string fault)
    {
        var person = await _server.RegisterAsync();
        var request = TestChallenge.Request(TestDay.Monday);
        request[field] = value;

        using var response = await person.Browser.PostAsJsonAsync("/api/challenges", request);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", fault);
        Assert.Empty((await person.Browser.ReadAsync("/api/challenges")).EnumerateArray());
    }

    [Theory]
    [InlineData("2026-03-03", "starts-too-early")]
    [InlineData("2027-03-13", "starts-too-late")]
    public async Task Create_StartingTooFarAway_IsRefused(string startsOn, string code)
    {
        var person = await _server.RegisterAsync();

        using var response = await person.Browser.PostAsJsonAsync("/api/challenges", TestChallenge.Request(startsOn));

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, code, "startsOn");
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("tomorrow")]
    public async Task Create_WithImpossibleDate_NamesTheField(string startsOn)
    {
        var person = await _server.RegisterAsync();

        using var response = await person.Browser.PostAsJsonAsync("/api/challenges", TestChallenge.Request(startsOn));

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", "startsOn");
    }

    [Fact]
    public async Task Change_ByOrganiser_ChangesWhatIsGiven()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

        using var response = await challenge.Organiser.Browser.PutAsJsonAsync(
            challenge.Path, new { name = "Summer", holidays = new[] { "2026-03-13" } });

        var view = await response.ReadAsync();
        Assert.Equal("Summer", view.Text("name"));
        Assert.Equal("2026-03-13", Assert.Single(view.GetProperty("holidays").EnumerateArray()).GetString());
        Assert.Equal(70, view.GetProperty("teamThreshold").GetInt32());
    }

    [Fact]
    public async Task RenewCode_VoidsTheOldOne()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

        using var renewed = await challenge.Organiser.Browser.PostAsync($"{challenge.Path}/code", null);
        var code = (await renewed.ReadAsync()).Text("code");

        Assert.NotEqual(challenge.Code, code);
        using var old = await _server.CreateVisitor().GetAsync($"/api/invitations/{challenge.Code}");
        await old.ReadProblemAsync(HttpStatusCode.NotFound, "unknown-code", "code");
        Assert.Equal("Spring", (await _server.CreateVisitor().ReadAsync($"/api/invitations/{code}")).Text("name"));
    }

    [Fact]
    public async Task QrCode_IsAPictureOfTheInvitation()
    {
        var challenge = await TestChallenge.CreateAsync(await _server.RegisterAsync(), TestDay.Monday);

        using var response = await challenge.Organiser.Browser.GetAsync($"{challenge.Path}/invitation.svg");

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<svg", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
