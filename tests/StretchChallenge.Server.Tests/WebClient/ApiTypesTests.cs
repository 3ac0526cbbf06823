using System.Diagnostics;
using System.Text.Json;
using StretchChallenge.Server.Tests.Fixture;
using StretchChallenge.Testing;

namespace StretchChallenge.Server.Tests.WebClient;

/// <summary>The web client's types of the API, against the API as it is.</summary>
public sealed class ApiTypesTests : IDisposable
{
    private static readonly string Web = Repository.PathOf("src/web");

    // As `dotnet run` serves it: with everything that only development has.
    private readonly TestServer _server = new() { EnvironmentName = "Development", DemoByDefault = true };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stretch-types-");

    public void Dispose()
    {
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task GeneratedTypes_AreThoseOfTheApi()
    {
        var document = Path.Combine(_folder.FullName, "v1.json");
        await File.WriteAllTextAsync(document, await _server.CreateVisitor().GetStringAsync("/openapi/v1.json"));
        var package = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Web, "package.json")));
        var script = package.RootElement.GetProperty("scripts").Text("types").Split(' ');
        var output = Path.Combine(_folder.FullName, "schema.ts");

        // The script's own words, with this document and a place of its own for the file.
        var place = Array.IndexOf(script, "-o") + 1;
        await RunAsync([$"node_modules/{script[0]}/bin/cli.js", document, "-o", output, .. script[(place + 1)..]]);

        var expected = await File.ReadAllTextAsync(output);
        var kept = await File.ReadAllTextAsync(Path.Combine(Web, script[place]));
        Assert.True(expected == kept, $"{script[place]} is stale. Run `npm run types` in src/web beside a running server.");
    }

    private static async Task RunAsync(IEnumerable<string> arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Web,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, string.Concat(said));
    }
}
