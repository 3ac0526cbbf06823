using System.Net;
using Microsoft.Extensions.Time.Testing;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Idempotency;

/// <summary>Over a real socket: Kestrel refuses to write a body, even an empty one, of an answer that has none.</summary>
[Trait("Category", "Faults")]
public sealed class BodylessAnswerTests : IAsyncDisposable
{
    private readonly ListeningServer _server = new() { Clock = new FakeTimeProvider(TestDay.WednesdayMorning) };

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Post_WithAKeyAndNoBodyToAnswer_IsAnsweredAndRepeated()
    {
        var ann = await _server.RegisterHereAsync("Ann");
        var challenge = await TestChallenge.CreateAsync(ann, TestDay.Monday);
        var ben = await _server.RegisterHereAsync("Ben");
        await challenge.JoinAsync(ben);

        using var first = await LeaveAsync(ben, challenge);
        using var again = await LeaveAsync(ben, challenge);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, again.StatusCode));
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        Assert.Empty(_server.Log.Errors);
    }

    private static Task<HttpResponseMessage> LeaveAsync(TestPerson person, TestChallenge challenge)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{challenge.Path}/leave");
        request.Headers.Add("Idempotency-Key", "once");
        return person.Browser.SendAsync(request);
    }
}
