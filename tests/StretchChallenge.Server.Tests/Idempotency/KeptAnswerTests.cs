using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StretchChallenge.Server.Idempotency;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Storage.Idempotency;

namespace StretchChallenge.Server.Tests.Idempotency;

/// <summary>Which answers are kept, asked of the middleware alone: no endpoint fails on demand.</summary>
public sealed class KeptAnswerTests(TestServer server) : IClassFixture<TestServer>
{
    private int _calls;

    [Theory]
    [InlineData(200, 1)]
    [InlineData(404, 1)]
    [InlineData(409, 1)]
    [InlineData(429, 2)]
    [InlineData(500, 2)]
    [InlineData(503, 2)]
    public async Task Invoke_Twice_DoesTheWorkAgainOnlyWhereNothingWasDecided(int status, int calls)
    {
        var person = (await server.RegisterAsync()).Id;
        Task Answer(HttpContext context)
        {
            _calls++;
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("answer");
        }

        var first = await InvokeAsync(person, Answer);
        var second = await InvokeAsync(person, Answer);

        Assert.Equal(calls, _calls);
        Assert.Equal((status, "answer"), first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Invoke_Throws_FreesTheKey()
    {
        var person = (await server.RegisterAsync()).Id;

        await Assert.ThrowsAsync<InvalidOperationException>(() => InvokeAsync(person, _ => throw new InvalidOperationException()));
        var second = await InvokeAsync(person, context => context.Response.WriteAsync("answer"));

        Assert.Equal((200, "answer"), second);
    }

    private async Task<(int Status, string Body)> InvokeAsync(string person, RequestDelegate work)
    {
        var services = server.Services;
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };
        context.Request.Method = "POST";
        context.Request.Path = "/api/work";
        context.Request.Headers["Idempotency-Key"] = "key";
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "test"));
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new IdempotencyKeysAccepted()), "work"));
        var keys = new IdempotencyKeys(
            work,
            services.GetRequiredService<IIdempotencyStore>(),
            services.GetRequiredService<ResponseProtector>(),
            TimeProvider.System,
            NullLogger<IdempotencyKeys>.Instance);

        await keys.InvokeAsync(context);
        await context.Response.BodyWriter.FlushAsync();

        context.Response.Body.Position = 0;
        return (context.Response.StatusCode, await new StreamReader(context.Response.Body).ReadToEndAsync());
    }
}
