using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using StretchChallenge.Server.Problems;

namespace StretchChallenge.Server.Tests.Fixture;

/// <summary>Reads answers, and holds problems against RFC 9457 and our own promises.</summary>
public static class Answers
{
    /// <summary>The body of an answer that must have this status.</summary>
    public static async Task<JsonElement> ReadAsync(this HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)status} expected, but {(int)response.StatusCode}: {body}");
        return body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>Asks, and reads an answer that must be 200.</summary>
    public static async Task<JsonElement> ReadAsync(this HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(path);
        return await response.ReadAsync();
    }

    /// <summary>Checks that an answer is a whole problem of this sort, naming these fields and no others.</summary>
    public static async Task<JsonElement> ReadProblemAsync(
        this HttpResponseMessage response,
        HttpStatusCode status,
        string code,
        params string[] fields)
    {
        var problem = await response.ReadAsync(status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"/problems/{code}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.Equal(fields.Order(), Counts("errors").Select(field => field.Name).Order());
        Assert.Equal(Counts("errors"), Counts("errorCodes"));
        CheckCodes(problem);
        return problem;

        (string Name, int Faults)[] Counts(string member) =>
            problem.TryGetProperty(member, out var errors) ? [.. errors.EnumerateObject().Select(error => (error.Name, error.Value.GetArrayLength()))] : [];
    }

    /// <summary>Checks that the codes of a problem are known, and have the params of their words.</summary>
    public static void CheckCodes(JsonElement problem)
    {
        CheckParams(problem.Text("type")["/problems/".Length..], problem);
        var fields = problem.TryGetProperty("errorCodes", out var codes) ? codes.EnumerateObject().SelectMany(field => field.Value.EnumerateArray()) : [];
        foreach (var fault in fields)
        {
            CheckParams(fault.Text("code"), fault);
        }
    }

    /// <summary>The refusal that the hub's answer carries: a known code, with the params of its words.</summary>
    public static JsonElement ReadRefusal(this HubException exception)
    {
        var refusal = JsonElement.Parse(exception.Message[exception.Message.IndexOf('{', StringComparison.Ordinal)..]);
        CheckParams(refusal.Text("type"), refusal);
        Assert.NotEmpty(refusal.Text("detail"));
        return refusal;
    }

    private static void CheckParams(string code, JsonElement refusal)
    {
        Assert.True(ProblemCodes.All.TryGetValue(code, out var parameters), $"{code} is not among the codes.");
        var named = refusal.TryGetProperty("params", out var values) ? values.EnumerateObject().Select(value => value.Name) : [];
        Assert.Equal(parameters.Select(parameter => parameter.Name).Order(), named.Order());
    }

    /// <summary>Posts a body as it is, with the content type of JSON.</summary>
    public static Task<HttpResponseMessage> PostTextAsync(this HttpClient browser, string path, string json) =>
        browser.PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
}
