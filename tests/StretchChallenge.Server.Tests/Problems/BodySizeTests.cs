using System.Net;
using System.Text;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Problems;

/// <summary>Uses a real socket, because the in-memory test server does not limit the size of bodies.</summary>
public sealed class BodySizeTests(BodySizeTests.SocketServer server) : IClassFixture<BodySizeTests.SocketServer>
{
    private const int Largest = 32 * 1024;
    private const int ChunkFraming = 64;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyTooLarge_IsRefused(bool chunked)
    {
        using var response = await PostAsync(Largest + 1, chunked);

        await response.ReadProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyJustSmallEnough_IsRead(bool chunked)
    {
        using var response = await PostAsync(Largest - ChunkFraming, chunked);

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid-request", "email", "password");
    }

    private async Task<HttpResponseMessage> PostAsync(int size, bool chunked)
    {
        const string Start = "{\"email\":\"";
        const string End = "\"}";
        var body = Start + new string('x', size - Start.Length - End.Length) + End;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/login")
        {
            Content = new StringContent(body, Encoding.ASCII, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;
        return await server.CreateVisitor().SendAsync(request);
    }

    public sealed class SocketServer : TestServer
    {
        public SocketServer() => UseKestrel(0);
    }
}
