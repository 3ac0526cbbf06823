using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Hosting;

public sealed class EndpointTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public void Endpoints_All_SayWhoMayCallThem()
    {
        var endpoints = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous or AuthorizationPolicy),
            $"{endpoint.DisplayName} has no policy."));
    }

    [Fact]
    public async Task OpenApi_InProduction_DocumentsProblems()
    {
        var document = await server.CreateVisitor().ReadAsync("/openapi/v1.json");

        var responses = document.GetProperty("paths").GetProperty("/api/account/register").GetProperty("post").GetProperty("responses");
        Assert.True(responses.TryGetProperty("201", out _));
        foreach (var status in new[] { "400", "403", "409", "429" })
        {
            Assert.True(responses.GetProperty(status).GetProperty("content").TryGetProperty("application/problem+json", out _), status);
        }
    }
}
