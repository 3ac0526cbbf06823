using System.Text.Json;
using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>What a journey does without its pages, with the cookies of the browser.</summary>
internal static class ApiCalls
{
    /// <summary>Posts, and answers what comes back.</summary>
    public static async Task<JsonElement> PostAsync(this IPage page, string path, object body) =>
        await ReadAsync(await page.APIRequest.PostAsync(path, new() { DataObject = body }));

    /// <summary>Changes something.</summary>
    public static async Task<JsonElement> PutAsync(this IPage page, string path, object body) =>
        await ReadAsync(await page.APIRequest.PutAsync(path, new() { DataObject = body }));

    /// <summary>Reads something.</summary>
    public static async Task<JsonElement> GetAsync(this IPage page, string path) => await ReadAsync(await page.APIRequest.GetAsync(path));

    private static async Task<JsonElement> ReadAsync(IAPIResponse response)
    {
        Assert.True(response.Ok, await response.TextAsync());
        return response.Status == 204 ? default : await response.JsonAsync() ?? default;
    }
}
