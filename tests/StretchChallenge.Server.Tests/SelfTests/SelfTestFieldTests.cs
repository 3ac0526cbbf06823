using System.Net;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.SelfTests;

/// <summary>What may be entered, and what may not; on Wednesday, 11 March.</summary>
public sealed class SelfTestFieldTests(WednesdayServer server) : IClassFixture<WednesdayServer>
{
    private const string Path = "/api/self-tests";

    [Theory]
    [InlineData("""{"straightLegRaise":{"right":0}}""", """{"left":null,"right":0}""", "null", "null")]
    [InlineData("""{"straightLegRaise":{},"sitAndReach":-0.0}""", "null", "0.0", "null")]
    [InlineData("""{"sitAndReach":40.0}""", "null", "40.0", "null")]
    [InlineData("""{"backFeeling":10,"sitAndReach":null}""", "null", "null", "10")]
    public async Task Post_OneValue_LeavesTheOthersEmpty(string body, string legs, string reach, string feeling)
    {
        var ann = await server.RegisterAsync();

        using var response = await ann.Browser.PostTextAsync(Path, body);

        var created = await response.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(
            (legs, reach, feeling),
            (created.GetProperty("straightLegRaise").GetRawText(), created.GetProperty("sitAndReach").GetRawText(), created.GetProperty("backFeeling").GetRawText()));
    }

    [Theory]
    [InlineData("""{}""", "straightLegRaise")]
    [InlineData("""{"straightLegRaise":{"left":null},"takenOn":"2026-03-11"}""", "straightLegRaise")]
    [InlineData("""{"straightLegRaise":{"left":-1,"right":121}}""", "straightLegRaise.left", "straightLegRaise.right")]
    [InlineData("""{"straightLegRaise":{"left":70.5}}""", "straightLegRaise.left")]
    [InlineData("""{"sitAndReach":-50.1}""", "sitAndReach")]
    [InlineData("""{"sitAndReach":40.1}""", "sitAndReach")]
    [InlineData("""{"sitAndReach":3.25}""", "sitAndReach")]
    [InlineData("""{"backFeeling":-1}""", "backFeeling")]
    [InlineData("""{"backFeeling":11}""", "backFeeling")]
    [InlineData("""{"backFeeling":5.5}""", "backFeeling")]
    [InlineData("""{"backFeeling":5,"takenOn":"2026-03-12"}""", "takenOn")]
    [InlineData("""{"backFeeling":5,"takenOn":"2025-12-10"}""", "takenOn")]
    [InlineData("""{"backFeeling":50,"takenOn":"2000-01-01"}""", "takenOn", "backFeeling")]
    public async Task Post_Impossible_IsRefusedByField(string body, params string[] fields)
    {
        var ann = await server.RegisterAsync();

        using var response = await ann.Browser.PostTextAsync(Path, body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", fields);
        Assert.Empty((await ann.Browser.ReadAsync(Path)).GetProperty("results").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"straightLegRaise":70}""", "straightLegRaise")]
    [InlineData("""{"straightLegRaise":{"left":"70"}}""", "straightLegRaise")]
    [InlineData("""{"sitAndReach":1e99}""", "sitAndReach")]
    [InlineData("""{"backFeeling":"good"}""", "backFeeling")]
    [InlineData("""{"takenOn":"2026-02-30","backFeeling":5}""", "takenOn")]
    [InlineData("""{"mood":5}""", "mood")]
    public async Task Post_WrongKind_IsRefusedByField(string body, string field)
    {
        var ann = await server.RegisterAsync();

        using var response = await ann.Browser.PostTextAsync(Path, body);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "malformed-request", field);
    }
}
