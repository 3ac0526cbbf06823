using StretchChallenge.Testing.Live;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Connections to the hub of a test server.</summary>
public static class TestHub
{
    /// <summary>Connects as the person, or as nobody.</summary>
    public static Task<HubClient> ConnectAsync(this TestServer server, TestPerson? person = null, string? origin = null, string language = "en")
    {
        var sockets = server.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            if (person is not null)
            {
                request.Headers.Cookie = person.Cookies.Header;
            }

            if (origin is not null)
            {
                request.Headers.Origin = origin;
            }
        };
        return HubClient.ConnectAsync(new Uri($"http://localhost/live?language={language}"), sockets.ConnectAsync);
    }
}
