using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using StretchChallenge.Contracts.Outcomes;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Server.Problems;
using StretchChallenge.Server.Tests.Fixture;

namespace StretchChallenge.Server.Tests.Problems;

/// <summary>The codes of refusals, which clients have words for.</summary>
public sealed class ProblemCodeTests : IDisposable
{
    private readonly TestServer _server = new();

    public static TheoryData<string> Members { get; } = [.. All.Select(member => member.Name)];

    private static IEnumerable<MethodInfo> All => typeof(RequestRefusals).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(RequestRefusals).Namespace)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.ReturnType == typeof(Refusal));

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Codes_AreDistinct() => Assert.Equal(ProblemCodes.All.Count, All.Count());

    [Theory]
    [MemberData(nameof(Members))]
    public void Refusal_HasTheCodeAndTheParamsOfItsMember(string name)
    {
        var member = All.Single(method => method.Name == name);

        var refusal = (Refusal)member.Invoke(null, [.. member.GetParameters().Select(parameter => Sample(parameter.ParameterType))])!;

        Assert.Equal(ProblemCodes.All[refusal.Code].Select(parameter => parameter.Name).Order(), (refusal.Params?.Keys ?? []).Order());
        Assert.Equal(member.GetParameters().Any(parameter => parameter.Name == "field"), refusal.Field == "text");
        Assert.EndsWith(".", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenApi_HasAllCodesAndTheirParams()
    {
        var document = await _server.CreateVisitor().ReadAsync("/openapi/v1.json");

        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(ProblemCodes.All.Keys, schemas.GetProperty("ProblemCode").GetProperty("enum").EnumerateArray().Select(code => code.GetString()!));
        var date = schemas.GetProperty("ProblemParams").GetProperty("properties").GetProperty("too-late").GetProperty("properties").GetProperty("date");
        Assert.Equal("date", date.Text("format"));
    }

    [Fact]
    public async Task Post_InvalidFields_NamesTheCodeAndTheParamsOfEach()
    {
        using var response = await _server.CreateVisitor().PostAsJsonAsync(
            "/api/account/register", new { email = "ann", password = "short", displayName = new string('x', 61), timeZone = "Etc/Unknown" });

        var problem = await response.ReadProblemAsync(
            HttpStatusCode.BadRequest, "invalid-request", "email", "password", "displayName", "timeZone");
        var codes = problem.GetProperty("errorCodes");
        Assert.Equal("not-an-email", codes.GetProperty("email")[0].Text("code"));
        Assert.Equal("unknown-zone", codes.GetProperty("timeZone")[0].Text("code"));
        Assert.Equal("too-long", codes.GetProperty("displayName")[0].Text("code"));
        Assert.Equal(60, codes.GetProperty("displayName")[0].GetProperty("params").GetProperty("most").GetInt32());
        Assert.Equal("password-too-short", codes.GetProperty("password")[0].Text("code"));
        Assert.Equal("A password needs at least 8 characters.", problem.GetProperty("errors").GetProperty("password")[0].GetString());
    }

    private static object Sample(Type type) => type == typeof(string) ? "text"
        : type == typeof(DateOnly) ? new DateOnly(2026, 3, 10)
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : type.IsEnum ? Enum.ToObject(type, 0)
        : Convert.ChangeType(7, type, provider: null);
}
